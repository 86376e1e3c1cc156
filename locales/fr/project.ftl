# Settings of a project.
project-settings-menu = Paramètres du projet
project-settings = Général
columns = Colonnes
swimlanes = Couloirs
categories = Catégories
tags = Étiquettes
permissions = Permissions
custom-roles = Rôles personnalisés
predefined-texts = Textes prédéfinis
public-access = Accès public
copy-and-import = Dupliquer et importer
close-or-remove = Fermer ou supprimer
edit-named = Modifier { $name }
remove-named = Supprimer { $name }
hide-named = Masquer { $name }
show-named = Réafficher { $name }
hide = Masquer
show = Afficher
remove-for-good = Supprimer définitivement
move-left = Déplacer { $name } vers la gauche
move-right = Déplacer { $name } vers la droite
move-up = Déplacer { $name } vers le haut
move-down = Déplacer { $name } vers le bas
task-limit = Limite de tâches
task-limit-hint = Combien de tâches ouvertes au plus. Le tableau montre quand il y en a davantage ; rien n’est bloqué. Vide : pas de limite.

# General.
identifier = Identifiant
identifier-hint = Lettres et chiffres, unique. Les programmes peuvent désigner le projet ainsi.
project-owner = Responsable
project-email = Adresse e-mail
project-mail-in = Tâches par courriel
project-mail-in-hint = Les courriels que les membres envoient ici deviennent des tâches : l’objet est le titre, le texte la description, et les fichiers sont joints. Ceux envoyés à l’adresse ci-dessus aussi, si le serveur de courriel les remet dans le même dossier.
project-description-hint = En Markdown. Elle figure sur la vue d’ensemble du projet.
project-start = Date de début
project-end = Date de fin
priority-lowest = Priorité la plus basse
priority-highest = Priorité la plus haute
priority-default = Priorité des nouvelles tâches
project-limit-hint = Combien de tâches ouvertes au plus dans tout le projet. Vide : pas de limite.
limits-per-swimlane = Les limites des colonnes valent pour chaque couloir séparément
project-personal-switch-hint = Vous seul le voyez : sa page de permissions disparaît, les rôles des autres restent sans effet.

# Columns, swimlanes, categories, tags.
columns-hint = Les étapes du travail, de gauche à droite.
column-add-title = Nouvelle colonne
column-add = Ajouter la colonne
column-remove = Supprimer cette colonne…
column-remove-sure = Seule une colonne vide peut être supprimée : déplacez d’abord ses tâches, y compris les tâches fermées.
in-dashboard = Dans les tableaux de bord
in-dashboard-shown = affichée
in-dashboard-hidden = masquée
hide-in-dashboard = Ne pas montrer ses tâches dans les tableaux de bord
swimlanes-hint = Des lignes à travers toutes les colonnes, de haut en bas : pour des équipes, des versions ou les urgences.
swimlanes-hidden = Couloirs masqués
swimlane-new = Nouveau couloir
swimlane-add = Ajouter le couloir
swimlane-remove = Supprimer ce couloir…
swimlane-remove-sure = Seul un couloir vide peut être supprimé : déplacez d’abord ses tâches, y compris les tâches fermées. Pour l’écarter avec ses tâches, masquez-le.
categories-hint = Une tâche a au plus une catégorie. Les nouvelles tâches d’une catégorie prennent sa couleur.
categories-empty = Il n’y a pas encore de catégorie. Ajoutez la première ci-dessous, par exemple « Bogue » ou « Idée ».
category-new = Nouvelle catégorie
category-add = Ajouter la catégorie
category-remove = Supprimer cette catégorie…
category-remove-sure = Ses tâches restent et n’ont alors plus de catégorie.
color-none = Pas de couleur
project-tags-hint = Une tâche peut avoir plusieurs étiquettes. On peut aussi en créer en écrivant une tâche.
tags-empty = Il n’y a pas encore d’étiquette. Ajoutez la première ci-dessous.
tag-new = Nouvelle étiquette
tag-add = Ajouter l’étiquette
tag-remove = Supprimer cette étiquette…
tag-remove-sure = Elle est retirée de toutes les tâches qui la portent.
tags-global = Étiquettes de tous les projets
tags-global-hint = On peut les choisir dans chaque projet qui les propose.
tags-global-offer = Proposer ici aussi les étiquettes de tous les projets

# People and roles.
people = Personnes
person = Personne
permissions-hint = Qui appartient au projet, personnellement ou par un groupe. Le rôle personnel compte avant celui d’un groupe.
people-empty = Personne n’a encore de rôle personnel.
people-all = Toutes les personnes ayant un compte ont un rôle ici.
person-add = Ajouter la personne
account-disabled = compte désactivé
groups-none = Aucun groupe n’a de rôle ici.
group-add = Ajouter le groupe
group-named = Groupe { $name }
people-count = { $n ->
    [one] { $shown } personne
   *[other] { $shown } personnes
}
role-given = Rôle
project-role-of = Rôle de { $name }
project-role-manager = Gestionnaire
project-role-member = Membre
project-role-viewer = Observateur
role-unknown = ne donne aucun accès
member-remove-sure = L’accès au projet est perdu, sauf s’il existe autrement. Les tâches restent attribuées.
member-remove-yes = Retirer le rôle
custom-roles-hint = Un rôle personnalisé peut faire ce que peut un membre, sauf ce que vous retirez.
custom-roles-empty = Il n’y a pas encore de rôle personnalisé : gestionnaire, membre et observateur suffisent à la plupart des projets.
custom-role-new = Nouveau rôle
custom-role-add = Ajouter le rôle
custom-role-hint = Les personnes ayant ce rôle peuvent tout ce que peut un membre, sauf ce qui est coché ou bloqué ici. Cela vaut sur les pages comme par l’API.
custom-role-remove = Supprimer ce rôle…
custom-role-remove-sure = Qui l’a devient observateur, jusqu’à ce que vous donniez un autre rôle.
role-holders = Personnes et groupes
role-blocks = Dans tout le projet, il leur est interdit de
block-creation = créer des tâches
block-removal = supprimer des tâches
block-open-close = fermer et rouvrir des tâches
block-moving = déplacer des tâches vers une autre colonne
block-assigning = changer la personne à qui une tâche est attribuée
block-updating-others = modifier des tâches qui ne leur sont pas attribuées
role-columns = Dans certaines colonnes
role-columns-hint = Ce qui est choisi ici compte avant ce qui est coché plus haut.
role-creation = Créer des tâches
role-open-close = Fermer et rouvrir des tâches
rule-as-project = comme dans le projet
rule-allowed = autorisé
rule-blocked = interdit
role-passages = Où les tâches peuvent être déplacées
role-passages-hint = Si vous indiquez des paires de colonnes, les tâches ne se déplacent qu’entre elles, dans les deux sens. Laissez les lignes vides pour tout permettre. Videz une ligne pour la retirer.
passage-from = Une colonne
passage-to = L’autre colonne
passage-whose = Quelles tâches
passage-all = toutes les tâches
passage-own = seulement les leurs
fault-role-create = Votre rôle dans ce projet ne permet pas de créer des tâches ici. Choisissez une autre colonne ou demandez à un gestionnaire du projet.
fault-role-remove = Votre rôle dans ce projet ne permet pas de supprimer des tâches. Demandez à un gestionnaire du projet.
fault-role-open-close = Votre rôle dans ce projet ne permet pas de fermer ou de rouvrir des tâches ici. Demandez à un gestionnaire du projet.
fault-role-move = Votre rôle dans ce projet ne permet pas d’y déplacer cette tâche. Demandez à un gestionnaire du projet.
fault-role-assign = Votre rôle dans ce projet ne permet pas de changer l’attribution d’une tâche. Demandez à un gestionnaire du projet.
fault-role-update = Votre rôle dans ce projet ne permet de modifier que les tâches qui vous sont attribuées.

# Predefined texts.
descriptions = Descriptions de tâches
descriptions-hint = Proposées à la création d’une tâche, pour commencer sa description.
description-new = Nouvelle description
description-keep = Garder la description
description-remove = Supprimer cette description…
description-remove-sure = Elle n’est plus proposée. Les tâches commencées avec elle restent telles quelles.
email-subjects = Objets des e-mails
email-subjects-label = Objets, un par ligne

# Public access.
public-off = Seuls les membres voient ce projet. Avec l’accès public, quiconque a le lien voit le tableau et ses tâches, sans compte et sans rien pouvoir modifier ; il y a aussi un flux et un calendrier.
public-on = Quiconque a l’un de ces liens voit le tableau et ses tâches.
public-turn-on = Activer l’accès public
public-turn-off = Désactiver l’accès public
public-open = Ouvrir le tableau public
public-board-address = Tableau
public-feed-address = Flux (RSS)
public-calendar-address = Calendrier (iCal)
public-renew = Créer de nouveaux liens…
public-renew-sure = Les liens actuels cesseront de fonctionner.
public-renew-yes = Créer de nouveaux liens

# Close, remove, duplicate, import.
project-close = Fermer le projet
project-close-hint = Il quitte les listes de projets ; tout son contenu reste, et vous pouvez le rouvrir ici.
project-open = Rouvrir le projet
project-is-closed = Ce projet est fermé : il n’apparaît pas dans les listes de projets.
project-closed = Fermé
project-remove = Supprimer le projet
project-remove-sure = Tout son contenu disparaît avec lui. Il peut être rétabli pendant 30 jours ; pour le mettre de côté, fermez-le.
project-remove-type = Tapez le nom du projet pour le supprimer
project-remove-yes = Supprimer ce projet
project-duplicate = Dupliquer le projet
project-copy-name = Nom de la copie
copy-of = { $name } (copie)
parts-title = Que reprendre
parts-hint = Les colonnes, les couloirs, les paramètres et les textes prédéfinis sont toujours repris.
part-permissions = Permissions des personnes et des groupes
part-actions = Actions automatiques
part-filters = Filtres enregistrés
part-metadata = Données d’autres programmes
part-tasks = Tâches ouvertes, avec étiquettes, sous-tâches, liens externes et fichiers
import-tasks = Importer des tâches
import-from = Du projet
import-hint = Toutes les tâches ouvertes sont copiées ici dans les colonnes et couloirs de même nom. L’autre projet ne change pas.
import-none = Vous ne gérez aucun autre projet d’où importer.
project-new-more = Identifiant, modèle
project-like = Comme le projet
project-like-none = Aucun : commencer avec un tableau vide

# Overview.
overview-no-description = Ce projet n’a pas encore de description.
project-open-tasks = Tâches ouvertes
project-files-none = Aucun fichier n’est joint à ce projet.
project-file-hint = 64 Mo à la fois.
people-edit = Modifier les permissions

# Lists of the application.
link-labels = Libellés de liens
link-labels-hint = Comment les tâches peuvent être liées, dans tous les projets.
link-label = Libellé
link-opposite = De l’autre côté
link-opposite-same = le même
link-opposite-hint = Ce que l’autre tâche affiche. Vide si le libellé est le même de là.
link-label-example = dépend de
link-opposite-example = est requise par
link-label-new = Nouveau libellé
link-label-add = Ajouter le libellé
link-label-remove = Supprimer ce libellé…
link-label-remove-sure = Tous les liens ayant ce libellé disparaissent aussi, dans tous les projets.
currencies = Devises
currencies-hint = Ce que valent les autres devises.
currencies-empty = Aucun taux n’est encore enregistré. Ajoutez le premier ci-dessous.
currency = Devise
currency-reference = Devise de référence
currency-rate = Valeur en { $reference }
currency-new = Ajouter ou modifier un taux
rate = Taux

# Archives de projets.
archive = Archive
archive-hint = Le projet entier dans un seul fichier, avec ses fichiers et son histoire, pour le garder ou l’emporter dans une autre installation de Kanso. Il ne contient aucun secret.
archive-get = Télécharger l’archive
archive-put = Nouveau projet à partir d’une archive
archive-from = À partir d’une archive
archive-put-hint = Un fichier téléchargé comme archive d’un projet, ou un tableau exporté de Trello en JSON. Vous voyez ce qu’il contient avant que rien ne soit créé.
archive-file = Fichier d’archive
archive-limit = Jusqu’à { $size } Mo. Les plus grands s’importent en ligne de commande : kanso project import
archive-look = Voir ce qu’elle contient
archive-of = Exportée le { $date }
archive-tasks = Tâches
archive-events = Événements de son histoire
archive-people = Qui est qui ici
archive-whole = Tout peut être repris.
archive-left = Ce qui est repris autrement
archive-gone = Ce fichier n’attend plus. Envoyez-le de nouveau.
archive-left-person = { $name } n’a pas de compte ici : ses tâches ne seront à personne, et son nom est ajouté à ses textes.
archive-left-group = Il n’y a pas de groupe « { $name } » ici.
archive-left-label = Il n’y a pas de libellé « { $name } » ici : les liens de ce libellé sont laissés.
archive-left-tag = L’étiquette « { $name } » devient propre au projet.
archive-left-taken = « { $name } » appartient à un autre projet et lui reste.
archive-left-files = { $n ->
    [one] { $shown } fichier était déjà perdu et manque.
   *[other] { $shown } fichiers étaient déjà perdus et manquent.
}
archive-left-elsewhere = { $n ->
    [one] { $shown } entrée nommait d’autres projets et y est restée.
   *[other] { $shown } entrées nommaient d’autres projets et y sont restées.
}
archive-left-endpoints = { $n ->
    [one] { $shown } webhook arrive désactivé, sans ses secrets ni le reste de son adresse.
   *[other] { $shown } webhooks arrivent désactivés, sans leurs secrets ni le reste de leurs adresses.
}
archive-fault-none = Ce n’est pas une archive de projet, ou elle est incomplète.
archive-fault-version = La version { $version } du format est inconnue ici. Un Kanso plus récent l’a écrite.
archive-fault-damaged = L’archive est endommagée : { $place }
archive-fault-content = L’archive est incomplète : le contenu de « { $name } » manque.
archive-fault-large = L’archive contient trop de données une fois décompressée.
