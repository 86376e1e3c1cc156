# Ce que toutes les pages partagent.
skip-to-content = Aller au contenu
main-menu = Menu principal
my-projects = Mes projets
webhooks = Webhooks
account-of = Compte de { $name }
theme = Thème
theme-auto = Auto
theme-light = Clair
theme-dark = Sombre
sign-in = Se connecter
sign-out = Se déconnecter
username = Identifiant
password = Mot de passe
save = Enregistrer
saved = Enregistré
cancel = Annuler
close = Fermer
edit = Modifier
remove = Supprimer
copy = Copier
copied = Copié
pages = Pages
newer = Plus récents
older = Plus anciens

# Dates. Les mois ont la forme qui suit un jour.
date-day = { $day } { $month }
date-year = { $day } { $month } { $year }
date-moment = { $date }, { $time }
month-1 = janv.
month-2 = févr.
month-3 = mars
month-4 = avr.
month-5 = mai
month-6 = juin
month-7 = juil.
month-8 = août
month-9 = sept.
month-10 = oct.
month-11 = nov.
month-12 = déc.

# Connexion.
sign-in-wrong = Cet identifiant et ce mot de passe ne vont pas ensemble. Après six mots de passe erronés, un compte est bloqué pendant 15 minutes.
sign-in-shut-out = Trop de mots de passe erronés sont venus de votre adresse. Elle est exclue pendant 15 minutes ; réessayez ensuite.
remember-stolen = Un autre navigateur a présenté ce que le vôtre avait mémorisé. Quelqu’un l’a peut-être copié : cette connexion a pris fin partout. Connectez-vous, et changez de mot de passe si vous n’en connaissez pas la raison.
sign-in-with = Se connecter avec { $name }
sign-in-elsewhere = Ici, personne ne se connecte avec un mot de passe. Demandez le chemin à qui exploite cette installation.
sign-in-directory-away = L’annuaire qui connaît votre mot de passe ne répond pas. Réessayez dans un instant ; les comptes dont le mot de passe est gardé ici peuvent se connecter.
sign-in-provider-away = Le fournisseur qui se porte garant de vous ne répond pas, ou ce qu’il dit n’est pas crédible. Réessayez dans un instant ; le journal de ce serveur en dit plus.
sign-in-no-answer = Cette réponse du fournisseur a déjà servi, est trop ancienne ou était destinée à un autre navigateur. Connectez-vous de nouveau.
sign-in-refused-there = Le fournisseur ne vous a pas laissé vous connecter, ou vous êtes revenu en arrière.
password-elsewhere = Le mot de passe de ce compte est gardé ailleurs ; changez-le là-bas.
denied-no-account = Vous êtes connu, mais n’avez pas de compte ici. Demandez-en un à un administrateur.
denied-disabled = Votre compte est désactivé ici. Adressez-vous à un administrateur.
denied-no-group = Vous n’êtes dans aucun des groupes admis ici. Adressez-vous à qui gère vos groupes.
denied-name-taken = Un compte portant votre identifiant a son propre mot de passe, ou est à quelqu’un d’autre. Adressez-vous à un administrateur.
denied-no-name = Aucun identifiant utilisable ici n’est arrivé avec vous. Adressez-vous à qui exploite cette installation.
denied-domain = Votre adresse e-mail n’est pas vérifiée, ou n’est dans aucun des domaines admis ici.
denied-several-accounts = Plusieurs comptes ont ici votre adresse e-mail : aucun n’est sûrement le vôtre. Adressez-vous à un administrateur.
signed-out-title = Vous êtes déconnecté
signed-out-there = Vous êtes renvoyé là où vous vous étiez connecté, pour vous y déconnecter aussi.
signed-out-here = Vous êtes peut-être encore connecté là où l’on s’est porté garant de vous.

# Projets.
new-project = Nouveau projet
project-name = Nom
project-name-hint = Le tableau commence avec ces colonnes : { $columns }.
project-kind = Qui y travaille
project-team = Une équipe
project-team-hint = Vous pouvez inviter d’autres personnes et leur donner des rôles.
project-personal = Moi seulement
project-personal-hint = Un projet personnel a un seul membre : vous.
project-create = Créer le projet
projects-empty-title = Aucun projet
projects-empty = Un projet contient un tableau. Créez le premier, ou demandez à un gestionnaire de vous ajouter au sien.
tasks-open = { $n ->
    [one] { $shown } tâche ouverte
   *[other] { $shown } tâches ouvertes
}

# Quand quelque chose ne peut pas se faire.
fault-403-title = Vous n’en avez pas le droit
fault-403 = Votre rôle ne le permet pas. Demandez à un gestionnaire du projet ou à un administrateur.
fault-404-title = Il n’y a rien ici
fault-404 = Cela a été supprimé, ou appartient à un projet dont vous n’êtes pas membre.
fault-405-title = Cette adresse n’est pas une page
fault-405 = Elle n’accepte que l’envoi d’un formulaire. Revenez en arrière et utilisez le formulaire.
fault-409-title = Impossible en l’état
fault-form = Un champ du formulaire manque ou ne peut pas être lu. Revenez en arrière et vérifiez votre saisie.
fault-413-title = C’est trop
fault-413 = L’envoi dépasse ce que le serveur accepte. Raccourcissez-le et réessayez.
fault-422-title = Quelque chose ne va pas
fault-500-title = Une erreur s’est produite ici
fault-500 = Vous n’y êtes pour rien, et rien n’a été modifié. Réessayez ; si cela persiste, donnez ce numéro à votre administrateur :
fault-503-title = Le serveur est occupé
fault-503 = Rien n’a été modifié. Patientez un instant et réessayez.
fault-csrf = Cette page est trop ancienne, ou le formulaire vient d’ailleurs. Rouvrez la page et réessayez.
fault-request = Requête
fault-missing = { $field } : ce champ est nécessaire.
fault-too-long = { $field } : plus de { $limit } caractères.
fault-too-short = { $field } : moins de { $limit } caractères.
fault-unknown = { $field } : ce n’est pas un des choix possibles.
fault-unreadable = { $field } : illisible. Vérifiez la saisie.
fault-taken = { $field } : ce nom est déjà pris.
fault-starts-after-due = La date de début est postérieure à la date d’échéance.
fault-not-assignable = Cette personne ne peut pas recevoir de tâches de ce projet.
fault-url = Cette adresse ne peut pas être utilisée : { $reason }.
conflict-already-there = Elle y est déjà.
conflict-holds-tasks = Il reste des tâches à cet endroit.
conflict-already-member = Cette personne est déjà membre.
conflict-changed-meanwhile = Quelqu’un l’a modifié depuis que vous l’avez ouvert.
conflict-not-the-author = Quelqu’un d’autre l’a écrit.
conflict-switched-off = Les réglages l’interdisent.
conflict-nothing-to-send-to = Aucune adresse n’est définie. Enregistrez-en une d’abord.
conflict-content-missing = Le contenu de ce fichier est introuvable.

# Ce que disent les scripts.
offline = Le serveur est injoignable. Vérifiez votre connexion.
signed-out = Vous avez été déconnecté. Rouvrez la page pour vous connecter.
refused = Le serveur a refusé.
fault-out-of-range = { $field } doit être dans { $range }.
fault-too-many = Pas plus de { $limit } pour { $field }.
fault-header = L’en-tête { $name } ne peut pas être envoyé : { $reason }.
fault-template = Le modèle ne produit pas de message : { $reason }
fault-filter = Le filtre ne peut pas être lu : { $reason }
fault-event = Aucun évènement ne s’appelle { $name }.
conflict-of-settings = Ceci vient des réglages des webhooks. Changez-le là-bas.
conflict-recurs-already = Elle se répète déjà, quand il lui arrive quelque chose. Désactivez d’abord cela.
conflict-recurs-by-day = Elle revient à des jours du calendrier. Mettez-y fin d’abord.
conflict-already-running = C’est déjà en cours. Attendez que ce soit terminé.
conflict-secrets-lost = La clé secrète de cette installation n’est pas celle avec laquelle sa base a servi : aucun secret ne peut être gardé. Un administrateur trouve que faire sous Webhooks.
