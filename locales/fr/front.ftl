# La corbeille d’un projet.
trash = Tâches supprimées
trash-hint = Une tâche supprimée peut être rétablie pendant 30 jours, avec son numéro et tout son contenu.
trash-empty-title = Rien n’a été supprimé
trash-empty = Les tâches supprimées sont conservées ici pendant 30 jours.
trash-removed = supprimée le { $when }
trash-removed-by = supprimée le { $when } par { $name }
trash-until = conservée jusqu’au { $date }
trash-restore = Rétablir
trash-restore-task = Rétablir la tâche { $task }
trash-purge = Supprimer définitivement
trash-purge-sure = Plus personne ne pourra la rétablir.
trash-purge-yes = Supprimer définitivement maintenant

# Projets supprimés.
projects-removed = Projets supprimés
projects-removed-hint = Un projet supprimé peut être rétabli pendant 30 jours, avec tout son contenu.
projects-removed-empty = Les projets supprimés sont conservés ici pendant 30 jours.
projects-removed-see = Voir les projets supprimés
project-is-removed = « { $project } » a été supprimé.
project-restore = Rétablir { $project }
project-purge = Supprimer définitivement { $project }
project-purge-sure = Toutes ses tâches, tous ses commentaires et fichiers disparaîtront, et personne ne pourra les rétablir.

# Ce qui est à soi.
dashboard = Tableau de bord
my-own = Ce qui est à moi
my-tasks = Mes tâches
my-tasks-empty-title = Rien à faire
my-tasks-empty = Les tâches ouvertes qui vous sont assignées figurent ici, les prochaines échéances en premier.
my-tasks-all = { $n ->
    [one] Votre tâche
   *[other] Toutes vos { $shown } tâches
}
my-overdue = { $n ->
    [one] { $shown } tâche en retard
   *[other] { $shown } tâches en retard
}
my-subtasks = Mes sous-tâches
my-subtasks-empty-title = Aucune sous-tâche à faire
my-subtasks-empty = Les sous-tâches qui vous sont assignées et qui ne sont pas terminées figurent ici.
my-subtasks-all = { $n ->
    [one] Votre sous-tâche
   *[other] Toutes vos { $shown } sous-tâches
}
my-projects-all = { $n ->
    [one] Votre projet
   *[other] Tous vos { $shown } projets
}
my-activity-empty-title = Il ne s’est encore rien passé
my-activity-empty = Ce que l’on fait dans vos projets figure ici.
activity-more = Plus d’activité
subtask-begun = En cours
subtasks-done = Sous-tâches terminées :
sort-by = Trié par
sort-newest = Plus récentes
page-before = Page précédente
page-after = Page suivante
search-tasks = Chercher des tâches
search-go = Chercher

# Ce que chacun peut voir.
read-only = Lecture seule
feed = Flux
feed-of = Kanso : { $name }
calendar-file = Calendrier
links = Liens
subtasks = Sous-tâches
subtask-done = Terminée :
my-feeds = Flux et calendrier
my-feeds-hint = Deux adresses que lecteurs de flux et agendas consultent sans connexion : ce qui se passe dans vos projets et les échéances de vos tâches.
my-feed = Ce qui se passe dans mes projets
my-calendar = Les échéances de mes tâches
my-feeds-warning = Quiconque connaît ces adresses peut les lire. De nouvelles adresses rendent les anciennes inutilisables.
my-feeds-none = Elles sont désactivées.
my-feeds-on = Créer les adresses
my-feeds-renew = Créer de nouvelles adresses
my-feeds-off = Désactiver
