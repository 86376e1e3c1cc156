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
