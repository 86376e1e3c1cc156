# Une tâche.
title = Titre
description = Description
description-add = Ajouter une description
description-edit = Modifier la description
markdown-hint = Markdown. Ctrl+Entrée enregistre.
assignee = Assigné
nobody = Personne
color = Couleur
due-date = Date d’échéance
start-date = Date de début
priority = Priorité
complexity = Complexité
reference = Référence
category = Catégorie
time-spent = Temps passé
time-estimated = Temps estimé
recurrence = Récurrence
name = Nom
facts = Détails
closed = Fermée
close-dialog = Retour au tableau
created-by = Créée le { $when } par { $name }
created-on = Créée le { $when }
move-task = Déplacer…
move-here = Déplacer ici
task-close = Fermer la tâche
task-open = Rouvrir
task-remove = Supprimer…
task-remove-sure = La tâche et ses commentaires seront supprimés définitivement.
task-remove-yes = Supprimer définitivement

# Commentaires.
comment = Commentaire
comments = { $n ->
    [0] Commentaires
    [one] { $shown } commentaire
   *[other] { $shown } commentaires
}
comment-add = Écrire un commentaire
comment-send = Commenter
comment-edited = modifié
comment-remove-sure = Le commentaire sera supprimé définitivement.
comment-remove-yes = Supprimer le commentaire
somebody = Quelqu’un

# Texte pas encore enregistré, et texte qui en rencontre un autre.
draft-restored = Ce texte n’avait pas été enregistré.
draft-discard = L’abandonner
leave-unsaved = Des modifications ne sont pas enregistrées. Partir quand même ?
clash-title = Quelqu’un a modifié cette tâche pendant que vous l’éditiez
clash-advice = Rien n’a été écrasé. Comparez ci-dessous : le formulaire contient votre version. Enregistrez-la pour la garder, ou prenez la leur.
clash-theirs = actuel
clash-yours = le vôtre
clash-discard = Abandonner la mienne, voir la leur

# Activité.
activity = Activité
did-create = { $who } a créé la tâche
did-update = { $who } a modifié : { $fields }
did-assign = { $who } l’a assignée à { $assignee }
did-unassign = { $who } a retiré la personne assignée
did-move-column = { $who } l’a déplacée de { $from } vers { $to }
did-move-swimlane = { $who } l’a déplacée dans une autre swimlane
did-move-position = { $who } a changé sa position
did-close = { $who } a fermé la tâche
did-open = { $who } a rouvert la tâche
did-remove = { $who } a supprimé la tâche
did-restore = { $who } a rétabli la tâche
did-comment = { $who } a commenté
did-comment-update = { $who } a modifié un commentaire
did-comment-remove = { $who } a supprimé un commentaire
did-move-project = { $who } l’a déplacée ici depuis un autre projet
did-subtask = { $who } a ajouté la sous-tâche { $title }
did-subtask-update = { $who } a modifié la sous-tâche { $title }
did-subtask-remove = { $who } a supprimé la sous-tâche { $title }
did-link = { $who } l’a liée : { $label } { $task }
did-link-remove = { $who } a supprimé un lien : { $label } { $task }
did-file = { $who } a joint { $name }
did-file-remove = { $who } a supprimé le fichier { $name }
somebody-by-api = L’application

color-yellow = Jaune
color-blue = Bleu
color-green = Vert
color-purple = Violet
color-red = Rouge
color-orange = Orange
color-grey = Gris
color-brown = Marron
color-deep_orange = Orange foncé
color-dark_grey = Gris foncé
color-pink = Rose
color-teal = Turquoise
color-cyan = Cyan
color-lime = Citron vert
color-light_green = Vert clair
color-amber = Ambre
