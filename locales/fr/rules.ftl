# Actions automatiques d’un projet.
rules-hint = Ce que le projet fait de lui-même quand quelque chose s’y passe.
rules-empty-title = Rien ne se fait encore tout seul
rules-empty = Par exemple : fermer les tâches déplacées dans la dernière colonne, ou donner une autre couleur à ce qui est en retard.
rule-new = Nouvelle action automatique
rule-one = Action automatique
rule-choose-hint = Choisissez ce qui doit être fait. Ce qui est marqué … est demandé ensuite.
rule-choose-other = Choisir autre chose
rule-add = Ajouter
rule-no-choice = Il n’y a encore rien à choisir.
rule-paused = en pause
rule-broken = nomme quelque chose qui n’existe plus
rule-broken-hint = Elle nomme quelque chose qui n’existe plus et ne fait donc rien. Supprimez-la et créez-en une autre.
rule-pause = Mettre en pause
rule-resume = Reprendre
rule-pause-hint = En pause, elle ne fait rien, et rien n’est rattrapé ensuite.
rule-remove = Supprimer cette action automatique…
rule-remove-sure = Elle ne fera plus rien, et son journal est supprimé avec elle. Ce qu’elle a fait reste.
rules-copy = Copier depuis un autre projet
rules-copy-hint = Ce qu’elles nomment est cherché ici par son nom. Celles qui nomment quelque chose d’absent sont laissées de côté.
rules-copy-none = Vous ne gérez aucun autre projet d’où copier.
rule-field-from = De la colonne
rule-field-to = Vers la colonne
rule-field-to-swimlane = Vers le couloir
rule-field-days = Jours
rule-field-subject = Objet
rule-subject-hint = {"{{title}}"} et d’autres champs de la tâche entre doubles accolades sont remplacés par leurs valeurs.
rule-group-close = Fermer
rule-group-dates = Dates et priorité
rule-group-move = Déplacer sur le tableau
rule-group-projects = Autres projets
rule-group-tell = Commentaires, sous-tâches, courriel

# Une action automatique en une phrase.
rule-sentence = { $when }, { $then }.
rule-sentence-if = { $when } et { $if }, { $then }.
rule-if-both = { $first } et { $second }
rule-gone = (disparu)
rule-gone-other = autre chose
rule-some-days = … jours
rule-when-link = Quand un lien entre tâches est créé ou modifié
rule-when-subtask = Quand une sous-tâche est créée ou modifiée
rule-when-assignee = Quand une tâche change de responsable
rule-when-update = Quand une tâche est modifiée
rule-when-close = Quand une tâche est fermée
rule-when-create = Quand une tâche est créée
rule-when-create-update = Quand une tâche est créée ou modifiée
rule-when-column = Quand une tâche est déplacée vers une autre colonne
rule-when-swimlane = Quand une tâche est déplacée vers un autre couloir
rule-when-open = Quand une tâche est rouverte
rule-when-daily = Chaque jour, quand une tâche est ouverte
rule-when-column-to = Quand une tâche est déplacée vers « { $column } »
rule-when-column-from = Quand une tâche quitte « { $column } »
rule-when-create-column = Quand une tâche est créée dans « { $column } »
rule-when-swimlane-to = Quand une tâche est déplacée vers le couloir « { $swimlane } »
rule-when-create-swimlane = Quand une tâche est créée dans le couloir « { $swimlane } »
rule-if-column = qu’elle est dans « { $column } »
rule-if-category = que sa catégorie est « { $category } »
rule-if-uncategorised = qu’elle n’a pas de catégorie
rule-if-color = que sa couleur est { $color }
rule-if-priority = que sa priorité est { $priority }
rule-if-assignee = que son responsable est { $user }
rule-if-assigned = qu’elle a un responsable
rule-if-unassigned = qu’elle n’a pas de responsable
rule-if-link = que le lien dit « { $label } »
rule-if-due = que son échéance est atteinte
rule-if-start = que sa date de début est atteinte
rule-if-not-started = qu’elle n’a pas de date de début
rule-if-unchanged = que personne ne l’a modifiée depuis { $days }
rule-if-unmoved = que personne ne l’a déplacée depuis { $days }
rule-if-due-within = que son échéance est à moins de { $days }
rule-then-color = lui donner la couleur { $color }
rule-then-category = lui donner la catégorie « { $category } »
rule-then-priority = lui donner la priorité { $priority }
rule-then-assign = l’attribuer à { $user }
rule-then-creator = l’attribuer à qui l’a créée
rule-then-caller = l’attribuer à qui a fait cela
rule-then-due = fixer son échéance dans { $days }
rule-then-start = fixer sa date de début à ce moment
rule-then-close = la fermer
rule-then-copy = la copier dans le projet « { $project } »
rule-then-project = la déplacer vers le projet « { $project } »
rule-then-mail = l’envoyer par courriel à { $user } avec l’objet « { $subject } »
rule-then-column = la déplacer vers « { $column } »
rule-then-swimlane = la déplacer vers le couloir « { $swimlane } »
rule-then-say-where = dire dans un commentaire où elle est
rule-then-finish-subtasks = terminer ses sous-tâches
rule-then-timer = ajouter la sous-tâche « { $subtask } » avec un minuteur lancé

# Ce que les actions automatiques ont fait.
rule-log = Ce qui a été fait
rule-log-hint = Ce que chaque action automatique a fait, et pourquoi elle ne l’a pas fait, ces 30 derniers jours.
rule-log-empty = Rien ces 30 derniers jours : ce qui est attendu ne s’est pas produit.
rule-done = Fait
rule-nothing = Rien à faire : la tâche était déjà ainsi.
rule-names-gone = Pas fait, quelque chose qu’elle nomme n’existe plus : { $what }
rule-invalid = Pas fait : cela n’a pas de sens en l’état.
rule-refused = Pas fait : son auteur n’en a pas le droit.
rule-cut = Pas refait : elle découlerait d’elle-même, ou trop de choses avaient déjà suivi.
rule-unmet-column = La tâche est dans une autre colonne.
rule-unmet-swimlane = La tâche est dans un autre couloir.
rule-unmet-already-there = La tâche y est déjà.
rule-unmet-caller = C’est un programme qui l’a fait, donc personne.
rule-unmet-assigned = La tâche a un responsable.
rule-unmet-unassigned = La tâche n’a pas de responsable.
rule-unmet-assignee = La tâche a un autre responsable.
rule-unmet-left = La tâche vient d’une autre colonne.
rule-unmet-started = La tâche a une date de début.
rule-unmet-link = Le lien dit autre chose.
rule-unmet-categorised = La tâche a une catégorie.
rule-unmet-category = La tâche a une autre catégorie.
rule-unmet-color = La tâche a une autre couleur.
rule-unmet-priority = La tâche a une autre priorité.
rule-unmet-date = La date manque ou n’est pas atteinte.
rule-unmet-age = Trop peu de jours ont passé.
rule-unmet-filter = Le filtre ne trouve pas la tâche.

# Essayer sur un événement passé.
rule-test = Essayer sur un événement passé
rule-test-hint = Elle est jugée sur ce qui était vrai alors. Rien n’est modifié. Ce qui se fait chaque jour est jugé sur la tâche telle qu’elle est maintenant.
rule-test-run = Essayer
rule-test-none = Rien n’est encore arrivé à une tâche ici.
rule-trial-would = Elle aurait été exécutée.
rule-trial-other = Elle attend autre chose que cet événement.
rule-trial-unmet = Elle n’aurait rien fait : { $reason }

rules-copied = { $n ->
    [one] { $shown } action automatique a été copiée.
   *[other] { $shown } actions automatiques ont été copiées.
}
rules-left-out = { $n ->
    [one] { $shown } nomme quelque chose d’absent et a été laissée de côté.
   *[other] { $shown } nomment quelque chose d’absent et ont été laissées de côté.
}
rule-idle = { $n ->
    [one] Elle a regardé { $shown } tâche ouverte, qui ne remplissait pas la condition.
   *[other] Elle a regardé { $shown } tâches ouvertes ; aucune ne remplissait la condition.
}
rule-when-events = Quand ceci se produit ({ $events })
rule-if-filter = que le filtre « { $filter } » trouve la tâche
rule-then-nobody = ne l’attribuer à personne
rule-then-no-category = lui retirer sa catégorie
rule-then-score = lui donner la complexité { $score }
rule-then-open = la rouvrir
rule-then-comment = commenter « { $text } »
rule-then-subtask = ajouter la sous-tâche « { $title } »
rule-then-tag = ajouter l’étiquette « { $tag } »
rule-then-create = créer la tâche « { $title } » dans le projet « { $project } »
rule-then-webhook = envoyer l’événement au webhook « { $name } »

# Composer une règle.
rule-compose = Composer une règle
rule-compose-hint = Quand un événement se produit, si un filtre trouve la tâche, alors une ou plusieurs choses.
rule-compose-or = Ou
rule-compose-daily = Chaque jour, pour chaque tâche ouverte (seul, sans événement)
rule-compose-if = Si
rule-compose-filter = Dans le langage de recherche. Vide pour toute tâche. Il interroge la tâche telle qu’elle est juste après l’événement.
rule-compose-then = Alors
rule-compose-rights = La règle agit avec les droits que vous avez quand elle s’exécute.
rule-deed = Étape { $number }
rule-deed-text = Texte ou nombre, s’il en faut un
rule-deed-typed = Avec ce qui est saisi dessous
rule-deed-due = Échéance dans tant de jours
rule-deed-create = Créer une tâche dans le projet
rule-deed-webhook = Envoyer l’événement à
rule-rights = Elle agit avec les droits de { $user }.
rule-owner-gone = quelqu’un qui n’est pas dans le projet
rule-edit = Modifier l’action automatique
rule-edit-rights = Dès l’enregistrement, il s’agit de vous.
rule-then-notify = dire à { $user } « { $text } »
rule-deed-notify = Prévenir, avec le texte ci-dessous
rule-tell-assignee = son responsable
rule-tell-creator = la personne qui l’a créée
