# Ce que le serveur fait chaque jour.
scheduler = Planificateur
scheduler-hint = Chacun de ces travaux est fait une fois par jour, peu après minuit dans le fuseau horaire des réglages, par un seul serveur. Ce qui échoue est réessayé plus tard et n’empêche pas les autres.
job-actions = Actions automatiques du jour
job-about-actions = Dans chaque projet, ce que les actions et les règles font tous les jours.
job-reminders = Rappels
job-about-reminders = Signale à chacun ses tâches en retard, une fois par jour.
job-recurrences = Tâches récurrentes
job-about-recurrences = Crée les tâches qui reviennent ce jour du calendrier.
job-trash = Corbeille
job-about-trash = Supprime pour de bon ce qui a été retiré il y a plus de 30 jours.
job-notifications = Notifications
job-about-notifications = Oublie ce qui a été lu il y a plus de 30 jours, et après 180 jours ce qui ne l’a pas été.
job-mails = Courriels envoyés
job-about-mails = Oublie les courriels envoyés ou abandonnés depuis plus de 30 jours.
job-rule-log = Journal des règles
job-about-rule-log = Oublie ce que les actions et les règles ont fait il y a plus de 30 jours.
job-sessions = Sessions
job-about-sessions = Oublie les sessions expirées.
job-backup = Sauvegarde
job-about-backup = Écrit toute la base de données et les fichiers dans un seul fichier, si les paramètres demandent des sauvegardes.
job-did-backup = Une sauvegarde a été écrite et relue.
job-run = Lancer maintenant
job-new = Jamais lancé
job-under-way = En cours
job-done = Fait
job-failed = Échoué
job-interrupted = Interrompu
job-interrupted-hint = Le serveur qui s’en chargeait s’est arrêté avant la fin. Un autre prend le relais.
job-by = Par le serveur { $server }
job-last = Dernier passage { $moment }
job-took = durée { $time }
job-seconds = { $n } s
job-next = Prochain { $moment }
job-next-soon = Prochain dans la minute
job-did-nothing = Il n’y avait rien à faire.
job-did-projects = { $n ->
    [one] { $shown } projet avait quelque chose à faire.
   *[other] { $shown } projets avaient quelque chose à faire.
}
job-did-reminders = { $n ->
    [one] { $shown } tâche était en retard.
   *[other] { $shown } tâches étaient en retard.
}
job-did-recurrences = { $n ->
    [one] { $shown } tâche a été créée.
   *[other] { $shown } tâches ont été créées.
}
job-did-tasks = { $n ->
    [one] { $shown } tâche a été supprimée.
   *[other] { $shown } tâches ont été supprimées.
}
job-did-rows = { $n ->
    [one] { $shown } entrée a été oubliée.
   *[other] { $shown } entrées ont été oubliées.
}
