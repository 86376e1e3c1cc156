# Exports.
exports = Exportations
exports-hint = Des fichiers CSV pour un tableur, avec les colonnes que leur donne Kanboard.
export-what = Que faut-il exporter ?
export-tasks = Tâches
export-tasks-days = Les jours sont ceux de la création des tâches.
export-subtasks = Sous-tâches
export-subtasks-days = Les jours sont ceux de la création de leurs tâches.
export-transitions = Passages d’une colonne à l’autre
export-transitions-days = Les jours sont ceux des passages.
day-from = Du
day-until = Au
days-hint = Les deux jours sont compris. Sans jour, tout est compris.
export-bom = Avec une marque au début, pour qu’Excel lise les accents et les autres lettres
export-formulas = Un texte qui commence comme une formule, par =, +, -, @, une tabulation ou un retour à la ligne, reçoit une apostrophe devant : ouvrir le fichier n’exécute rien.
export-get = Télécharger le fichier
export-summary = Résumé par jour
export-summary-days = Ce que contenait chaque colonne à la fin de chaque jour.

# Reports.
reports = Rapports
report-days = Jours d’un rapport
report-distribution = Répartition des tâches
report-distribution-hint = Les tâches ouvertes de chaque colonne.
report-assignees = Répartition entre les personnes
report-assignees-hint = Les tâches ouvertes de chaque personne assignée.
report-flow = Flux cumulé
report-flow-hint = Ce que contenait chaque colonne à la fin de chaque jour. Une bande qui s’élargit est une colonne où le travail s’accumule.
report-burndown = Reste à faire
report-burndown-hint = La complexité des tâches ouvertes de chaque colonne, à la fin de chaque jour.
report-times = Délai total et temps de cycle
report-times-hint = La moyenne des 1 000 dernières tâches créées, à la fin de chaque jour : de la création et du début d’une tâche jusqu’à sa fin, ou jusqu’à ce jour.
report-column-times = Temps passé par colonne
report-column-times-hint = Combien de temps les 1 000 dernières tâches créées sont restées en moyenne dans chaque colonne. Une tâche qui s’y trouve encore compte jusqu’à maintenant.
report-estimates = Temps estimé et temps passé
report-estimates-hint = Les heures estimées et les heures passées, pour les tâches ouvertes et les tâches fermées.
report-column-estimates = Temps estimé et temps passé par colonne
report-column-estimates-hint = Les heures estimées et les heures passées, pour les tâches de chaque colonne.
report-show = Afficher
report-created = Les jours sont ceux de la création des tâches. Sans jour, toutes les tâches comptent.
report-empty = Rien à montrer pour l’instant
report-empty-tasks = Ajoutez des tâches au tableau, ou changez le filtre et les jours ci-dessus.
report-empty-days = Le tableau ne contenait rien de tel ces jours-là. Choisissez d’autres jours, ajoutez des tâches ou donnez-leur une complexité.
report-empty-hours = Donnez une estimation à des tâches, ou notez le temps qui leur a été consacré.
report-picture = Image
report-figures = Chiffres
report-svg = Télécharger en SVG
report-png = Télécharger en PNG
report-csv = Télécharger le tableau
report-tasks = Tâches
report-task = Tâche
report-state = État
report-open = ouverte
report-closed = fermée
report-all-open = Toutes les tâches ouvertes
report-all-closed = Toutes les tâches fermées
report-share = Part
report-mean = Temps moyen
report-day = Jour
report-total = Somme
report-left = Écart
report-in-days = Jours
report-hours = { $hours } heures
report-gone = { $name } (supprimée)
report-seconds = Dans le fichier, les durées sont en secondes.
report-cut = Les { $shown } dernières tâches sur { $total } sont listées ; les sommes portent sur toutes.

# Tasks from a list.
task-import = Importer d’un CSV
task-import-columns = Un fichier CSV en UTF-8 avec une ligne de titre et ces colonnes, dans cet ordre : référence, titre, description, personne assignée, auteur, couleur, colonne, catégorie, swimlane, complexité, temps estimé, temps passé, date de début, date d’échéance, priorité, statut (1 pour fermée), étiquettes, lien externe. Seul le titre est nécessaire. Les personnes sont désignées par leur identifiant ; colonnes, catégories, swimlanes et personnes doivent exister.
task-import-limits = Au plus { $lines } lignes et { $size } ko.
task-import-too-large = Le fichier est trop grand. Divisez-le et envoyez les parties l’une après l’autre.
task-import-all = { $n ->
    [one] Créer { $shown } tâche
   *[other] Créer { $shown } tâches
}
task-import-lines = Lignes de la liste
task-import-creator = Auteur
