# Le tableau.
task = Tâche
column = Colonne
swimlane = Couloir
position = Position
tasks = { $n ->
    [one] { $shown } tâche
   *[other] { $shown } tâches
}
limit-within = limite { $limit }
limit-full = à la limite de { $limit }
limit-over = { $over } au-dessus de la limite de { $limit }
board-no-swimlane = Ce tableau n’a aucun couloir actif.
add-task = Ajouter une tâche
add-task-to = Ajouter une tâche à { $column }
add-button = Ajouter
due-late = En retard, { $date }
due-today = Pour aujourd’hui
due-on = { $date }

# Déplacer, tel que le dit un lecteur d’écran.
picked-up = Tâche #{ $task } saisie. Les flèches la déplacent, Espace la dépose, Échap la remet.
carried = { $column }, { $position } sur { $total }
moved = #{ $task } déplacée vers { $column }, { $position } sur { $total }
put-back = #{ $task } de retour dans { $column }, { $position } sur { $total }
added = #{ $task } ajoutée à { $column }, { $position } sur { $total }
move-refused = #{ $task } est revenue à sa place. { $reason }

# Ce que montre une tâche du tableau.
card-actions = Actions de la tâche
card-comments = Commentaires
card-subtasks = Sous-tâches terminées
card-files = Fichiers
card-links = Liens
card-external-links = Liens externes
card-milestone = Jalon
card-recurring = Récurrente
card-hours = Heures passées et estimées
card-age = Jours depuis la création, et dans cette colonne
card-tags = Étiquettes
days-short = { $n } j

# Le menu d’une tâche.
card-open = Ouvrir
card-edit = Modifier ici
card-move = Déplacer…
card-select = Sélectionner
card-assign-me = M’attribuer
card-start = Commencer maintenant
card-duplicate = Dupliquer
card-to-project = Copier ou déplacer vers un projet…

# Le petit formulaire sur une tâche.
category-none = Sans catégorie
tags-hint = Séparées par des virgules
edit-clash = Quelqu’un a modifié cette tâche pendant votre saisie. Vos valeurs sont ci-dessus ; enregistrez encore pour les garder. Les autres :

# Le menu d’une colonne.
column-menu = Menu de { $column }
column-hide = Masquer la colonne
column-select = Sélectionner toutes les tâches
column-new = Nouvelle tâche avec tous les champs
column-several = Créer plusieurs tâches
column-close = Fermer toutes les tâches de cette colonne
column-close-in = Fermer toutes les tâches de { $swimlane }
column-sort = Trier par
sort-id = Numéro
sort-priority = Priorité
sort-assignee = Responsable
sort-assignee-priority = Responsable et priorité
sort-due = Échéance

# Déplacer du bout du doigt.
place-title = Déplacer #{ $task }
place-up = Monter
place-down = Descendre
place-top = En haut
place-end = À la fin

# Plusieurs tâches à la fois.
selection = Tâches sélectionnées
selection-move = Déplacer vers…
selection-same-swimlane = Même couloir
selection-tag = Ajouter une étiquette
selection-none = Ne rien sélectionner
tasks-selected = Tâches
selected = { $n ->
    [one] { $shown } tâche sélectionnée
   *[other] { $shown } tâches sélectionnées
}
tasks-moved = { $n ->
    [one] { $shown } tâche déplacée
   *[other] { $shown } tâches déplacées
}
tasks-closed = { $n ->
    [one] { $shown } tâche fermée
   *[other] { $shown } tâches fermées
}
tasks-opened = { $n ->
    [one] { $shown } tâche rouverte
   *[other] { $shown } tâches rouvertes
}
undo = Annuler
undone = Annulé
removed = #{ $task } supprimée

# Le menu du tableau.
board-menu = Affichage
board-collapse = Une ligne par tâche
board-compact = Ajuster les colonnes à la fenêtre
live-pause = Suspendre les mises à jour
live-paused = Mises à jour suspendues
live-polling = Actualisé toutes les { $seconds } s
live-connecting = Connexion
live-on = En direct
live-lost = Connexion perdue, nouvel essai

# Clavier.
keys = Clavier
keys-walk = aller de tâche en tâche
keys-open = ouvrir la tâche
keys-space = Espace
keys-pick-up = saisir la tâche ; les flèches la déplacent ; de nouveau pour la déposer
keys-cancel = la remettre en place, fermer
keys-add = ajouter une tâche à cette colonne
keys-save = enregistrer ce que vous écrivez
keys-help = afficher cette liste
keys-everywhere = Partout
keys-board = Sur le tableau
keys-palette = aller à un projet, une tâche ou une page
keys-projects = aller à un autre projet
keys-filter = dans le filtre
keys-reset = afficher de nouveau les tâches habituelles
keys-undo = annuler le dernier déplacement, la dernière fermeture ou suppression
keys-edit = modifier la tâche sur place
keys-menu = menu de la tâche
keys-select = sélectionner la tâche, puis d’autres
keys-collapse = une ligne par tâche
keys-compact = ajuster les colonnes à la fenêtre
keys-single = Raccourcis d’une seule lettre
keys-single-hint = Désactivez-les si vous dictez ou si un logiciel tape des lettres pour vous.

# Aller partout.
palette = Aller à…
palette-hint = Projet, tâche ou #numéro
palette-go = Trouver
palette-empty = Rien ne porte ce nom. Essayez une partie du nom, ou #12 pour une tâche.
palette-project = Projet
palette-page = Page
