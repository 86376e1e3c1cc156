# Les vues d’un projet.
views = Vues du projet
view-overview = Aperçu
view-board = Tableau
view-list = Liste
view-calendar = Calendrier
view-settings = Paramètres

# Le filtre.
filter = Filtre
filter-hint = status:open assignee:me …
filter-reset = Revenir aux tâches ouvertes
filter-language = Des mots du titre et des paires comme status:open, assignee:me, due:<=tomorrow, tag:urgent. Les valeurs avec espaces se mettent entre guillemets.
filter-doubt-attribute = Il n’y a pas d’attribut « { $name } ». Mettez le mot entre guillemets droits pour le chercher dans les titres.
filter-doubt-empty = « { $name }: » n’a pas de valeur après les deux-points.
filter-doubt-value = « { $name } » ne connaît pas la valeur « { $value } ».
tasks-filtered = { $shown } affichées, { $open } ouvertes
filters = Filtres
filters-hint = Choisissez-en un, ou gardez sous un nom ce que vous cherchez souvent.
filters-manage = Garder et modifier des filtres
filters-kept = Filtres gardés
filters-kept-empty = Personne ne garde encore de filtre ici. Écrivez-en un, donnez-lui un nom : il sera à un clic.
filter-open = Tâches ouvertes
filter-mine = Mes tâches
filter-today = Échéance aujourd’hui
filter-tomorrow = Échéance demain
filter-overdue = En retard
filter-unassigned = Non assignées
filter-no-category = Sans catégorie
filter-recent = Modifiées depuis hier
filter-closed = Tâches fermées
filter-keep = Garder un filtre
filter-change = Modifier le filtre
filter-shared = Partagé
filter-share = Le partager
filter-share-hint = Tous ceux qui voient le projet peuvent l’utiliser.
filter-appends = S’ajoute au filtre
filter-appends-hint = Le choisir l’ajoute au filtre en place au lieu de le remplacer.
filter-of = Gardé par { $name }
filter-remove-yes = Retirer ce filtre

# La liste.
sort = Trier par
sort-status = Statut
sort-modified = Dernière modification
sort-direction = Sens
sort-ascending = Du premier au dernier
sort-descending = Du dernier au premier
sort-subtasks = Sous-tâches
sort-apply = Afficher
list-apply = Appliquer
list-tick = Choisir #{ $task }
list-tick-all = Choisir toutes celles de cette page
list-empty-title = Aucune tâche ne correspond
list-empty = Changez le filtre ci-dessus, ou revenez aux tâches ouvertes.
list-to-do = À faire
list-in-progress = En cours
list-done = Terminée
list-subtasks-done = Sous-tâches terminées
page-of = Page { $page } sur { $pages }
page-earlier = Précédent
page-later = Suivant

# Le calendrier.
overdue = En retard
calendar-month = { $month } { $year }
calendar-week = { $first } – { $last }
calendar-day = { $weekday } { $date }
calendar-by-month = Mois
calendar-by-week = Semaine
calendar-today = Aujourd’hui
calendar-empty = Aucune tâche de ce filtre n’arrive à échéance ces jours-là.
weekday-1 = lun.
weekday-2 = mar.
weekday-3 = mer.
weekday-4 = jeu.
weekday-5 = ven.
weekday-6 = sam.
weekday-7 = dim.
month-name-1 = Janvier
month-name-2 = Février
month-name-3 = Mars
month-name-4 = Avril
month-name-5 = Mai
month-name-6 = Juin
month-name-7 = Juillet
month-name-8 = Août
month-name-9 = Septembre
month-name-10 = Octobre
month-name-11 = Novembre
month-name-12 = Décembre

# La recherche dans tous les projets.
search = Recherche
search-empty-title = Chercher dans tous vos projets
search-empty = Changez les mots ci-dessus : moins il y en a, plus on trouve.
search-cut = Les { $shown } premières tâches sur { $total } sont affichées. Précisez la recherche.
activity-empty-title = Rien ne s’est encore passé
activity-empty = Ce que chacun fait aux tâches est raconté ici, du plus récent au plus ancien.
