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
did-move-swimlane = { $who } l’a déplacée dans un autre couloir
did-move-position = { $who } a changé sa position
did-close = { $who } a fermé la tâche
did-open = { $who } a rouvert la tâche
did-remove = { $who } a supprimé la tâche
did-restore = { $who } a rétabli la tâche
did-tag = { $who } a ajouté des étiquettes : { $tags }
did-untag = { $who } a retiré des étiquettes : { $tags }
did-retag = { $who } a ajouté des étiquettes : { $tags } ; retiré : { $lost }
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

# The sides of a task.
sides-of = Volets de la tâche { $task }
transitions = Transitions
times = Suivi du temps
analytics = Analyse
back-to-task = Retour à la tâche
activity-none = Rien ne s’est encore passé.
modified-on = Modifiée le { $when }
moved-on = Déplacée le { $when }
completed-on = Terminée le { $when }
when = Quand
who = Qui
none = Aucune

# The fields.
tags-edit = Choisir les étiquettes
tags-new = Nouvelles étiquettes, séparées par des virgules
text-choose = Partir d’un texte du projet
bulk-description = Description de chacune
assign-to-me = M’attribuer
start-now = Commencer maintenant
reference-open = Ouvrir la référence
more-fields = Autres champs

# New tasks.
new-task = Nouvelle tâche
new-tasks = Plusieurs tâches à la fois
task-create = Créer la tâche
tasks-create = Créer les tâches
create-another = En créer une autre
copy-to = La copier aussi dans ces projets
task-made = La tâche nº { $task } a été créée.
task-show = L’afficher
bulk-titles = Titres, un par ligne

# Acts.
task-duplicate = Dupliquer
task-project = Copier ou déplacer vers un autre projet
project-choose = Choisissez un projet
project-take = Choisir
project-copy = Y copier
project-move = Y déplacer
recurrence-of = Récurrence de cette tâche
recurrence-set = La rendre récurrente
recurrence-on = Elle est récurrente
recurrence-parent = Fait suite à la tâche nº { $task }
recurrence-child = Continuée par la tâche nº { $task }
recur-on = Créer la tâche suivante automatiquement
recur-when = Quand
recur-first = elle quitte la première colonne
recur-last = elle atteint la dernière colonne
recur-closed = elle est fermée
recur-factor = L’échéance avance de
recur-unit = Unité
recur-days = jours
recur-months = mois
recur-years = années
recur-base = À partir de
recur-from-due = son échéance
recur-from-act = le jour où cela arrive
recur-processed = La tâche suivante existe déjà.
recur-no-due = Sans échéance, la tâche suivante n’en aura pas non plus.

# Subtasks.
subtask-add = Ajouter des sous-tâches
subtask-titles = Une sous-tâche par ligne
subtask-todo = À faire
subtask-progress = En cours
subtask-finished = Terminée
subtask-edit = Modifier la sous-tâche { $title }
subtask-convert = En faire une tâche
subtask-remove-sure = Supprimer définitivement la sous-tâche { $title } ?
subtask-timer = Chronomètre de { $title }
timer-start = Démarrer le chronomètre
timer-stop = Arrêter le chronomètre
subtask-busy = Une sous-tâche à la fois : vous avez { $title } de { $task } en cours. Qu’en faire ?
subtask-busy-finish = Elle est terminée
subtask-busy-put-back = La remettre à faire
hours-spent = { $spent } h passées
hours-estimated = { $estimated } h estimées
hours-of = { $spent } sur { $estimated } h

# Links.
link-add = Lier une autre tâche
link-relation = Cette tâche
link-other = Autre tâche
link-edit = Modifier le lien vers nº { $task }
link-relates-to = est liée à
link-blocks = bloque
link-is-blocked-by = est bloquée par
link-duplicates = duplique
link-is-duplicated-by = est dupliquée par
link-is-a-child-of = est une fille de
link-is-a-parent-of = est une mère de
link-targets-milestone = vise le jalon
link-is-a-milestone-of = est un jalon de
link-fixes = corrige
link-is-fixed-by = est corrigée par
external-links = Liens externes
external-add = Lier une page ou un fichier
external-url = Adresse
external-title-hint = Si vide, le titre de la page est utilisé.
external-edit = Modifier le lien { $title }
external-weblink = page web
external-attachment = fichier sur le web
external-file = fichier local

# Files.
files = Fichiers
file-add = Joindre des fichiers
file-choose = Fichiers
file-hint = 64 Mo à la fois. Vous pouvez aussi déposer des fichiers ici ou coller une image.
file-send = Joindre
file-progress = Progression de l’envoi
file-download = Télécharger { $name }
file-remove = Supprimer le fichier { $name }
file-remove-sure = Supprimer définitivement le fichier { $name } ?
file-cut = Seul le début du fichier est affiché. Téléchargez-le pour voir la suite.
download = Télécharger
size-bytes = { $size } o
size-kilobytes = { $size } Ko
size-megabytes = { $size } Mo

# Comments.
comment-reply = Répondre
comment-wrote = { $name } a écrit :
comment-visibility = Visible par
comment-for-all = tout le projet
comment-for-managers = gestionnaires et administrateurs
comment-for-admins = administrateurs
comments-newest = Les plus récents d’abord
comments-oldest = Les plus anciens d’abord

# Times.
transitions-empty = Cette tâche n’a pas encore changé de colonne.
transition-from = De
transition-to = Vers
transition-spent = Temps passé
times-empty = Personne n’a encore chronométré ses sous-tâches. Démarrez un chronomètre à côté d’une sous-tâche.
time-start = Début
time-end = Fin
time-running = en cours
lead-time = Délai total
lead-time-hint = de sa création à sa fin, ou jusqu’à maintenant
cycle-time = Temps de cycle
cycle-time-hint = de son début à sa fin, ou jusqu’à maintenant
cycle-time-none = pas commencée
time-by-column = Temps par colonne
span-days = { $n ->
    [one] { $shown } jour
   *[other] { $shown } jours
}
span-hours = { $n ->
    [one] { $shown } heure
   *[other] { $shown } heures
}
span-minutes = { $n ->
    [one] { $shown } minute
   *[other] { $shown } minutes
}

# Writing.
editor = Outils de texte
editor-bold = Gras
editor-italic = Italique
editor-strike = Barré
editor-code = Code
editor-link = Lien
editor-quote = Citation
editor-list = Liste
editor-numbers = Liste numérotée
editor-checks = Liste à cocher
editor-preview = Aperçu
