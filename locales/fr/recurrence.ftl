# Les tâches qui reviennent à des jours du calendrier.
recur-by-act = Quand quelque chose arrive
recur-by-day = À des jours du calendrier
recur-by-day-hint = À chacun de ces jours, la tâche suivante vient d’elle-même, dans la première colonne, avec étiquettes, sous-tâches et liens. Son échéance avance d’autant.
recur-weeks = semaines, aux jours de semaine ci-dessous
recur-month-days = mois, au jour ci-dessous
recur-month-weekdays = mois, au jour de semaine ci-dessous
recur-interval = Tous les
recur-which-weekdays = Jours de la semaine, pour les semaines
recur-which-day = Jour du mois, pour les mois
recur-which-nth = Lequel du mois
recur-which-weekday = Jour de la semaine
recur-begins = Compté à partir du
recur-begins-hint = Pour les années, elle revient ce jour-là.
recur-ends = Fin
recur-never = jamais
recur-after = après tant de ces jours
recur-until-day = à une date
recur-count = Combien
recur-stop = Ne plus la faire revenir
recur-next = Prochaines : { $days }
recur-no-next = Il n’en vient plus.
recur-sentence = { $rule }, à partir du { $day }
recur-until = jusqu’au { $day }
recur-times = { $n ->
    [one] { $shown } fois
   *[other] { $shown } fois
}
recur-every-day = { $n ->
    [one] Chaque jour
   *[other] Tous les { $shown } jours
}
recur-every-week = { $n ->
    [one] Chaque semaine
   *[other] Toutes les { $shown } semaines
}
recur-every-month = { $n ->
    [one] Chaque mois
   *[other] Tous les { $shown } mois
}
recur-every-year = { $n ->
    [one] Chaque année
   *[other] Tous les { $shown } ans
}
recur-on-weekdays = { $every }, le { $day }
recur-on-day = { $every }, le { $day }
recur-on-nth = { $every }, le { $nth } { $day }
recur-on-date = { $every }, le { $day }
recur-first-of-month = premier
recur-second-of-month = deuxième
recur-third-of-month = troisième
recur-fourth-of-month = quatrième
recur-last-of-month = dernier
recur-monday = lundi
recur-tuesday = mardi
recur-wednesday = mercredi
recur-thursday = jeudi
recur-friday = vendredi
recur-saturday = samedi
recur-sunday = dimanche
