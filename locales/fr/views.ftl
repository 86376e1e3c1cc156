# Les vues d’un projet.
views = Vues du projet
view-overview = Aperçu
view-board = Tableau
view-list = Liste
view-calendar = Calendrier
view-settings = Paramètres
