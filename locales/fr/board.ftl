# Le tableau.
task = Tâche
column = Colonne
swimlane = Swimlane
position = Position
tasks = { $n ->
    [one] { $shown } tâche
   *[other] { $shown } tâches
}
limit-within = limite { $limit }
limit-full = à la limite de { $limit }
limit-over = { $over } au-dessus de la limite de { $limit }
board-no-swimlane = Ce tableau n’a aucune swimlane active.
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
keys-single = Raccourcis d’une seule lettre
keys-single-hint = Désactivez-les si vous dictez ou si un logiciel tape des lettres pour vous.
