# Ce que l’on apprend de ce que font les autres : la liste, les choix, et les courriels.
notifications-unread = Non lues
notifications-all = Toutes
notifications-choices = Ce que l’on m’annonce
notifications-read-all = Tout marquer comme lu
notifications-empty-title = Rien de nouveau
notifications-empty = Quand d’autres modifient vos tâches ou vous mentionnent, vous le lisez ici.
notifications-off = Vous n’avez demandé à être informé de rien. Choisissez ce qui vous intéresse sous « Ce que l’on m’annonce ».
notification-overdue = Cette tâche aurait dû être terminée.
notification-mention = On vous mentionne
notification-open = Lire
application = L’application
notify-topics = Quand
notify-topics-hint = Qui vous mentionne par @nom vous atteint toujours.
topic-task = Une tâche est créée, modifiée, fermée, rouverte ou supprimée
topic-assignee = Une tâche est confiée à quelqu’un d’autre
topic-move = Une tâche change de colonne, de couloir ou de projet
topic-position = Une tâche monte ou descend dans sa colonne
topic-comment = Quelqu’un commente
topic-subtask = Une sous-tâche change
topic-file = Un fichier est joint ou supprimé
topic-link = Des tâches sont liées
notify-rhythm = Fréquence des courriels
rhythm-now = Tout de suite
rhythm-hourly = Une heure à la fois
rhythm-daily = Un jour à la fois, à huit heures du matin
notify-quiet = Pas de courriel entre
notify-quiet-hint = Dans votre fuseau horaire. Ce qui arrive pendant ce temps vient après. Laissez les deux vides pour aucune pause.
quiet-from = De
quiet-until = À
unsubscribe = Plus de courriels
unsubscribe-hint = Vous ne recevrez plus de courriels sur ce qui se passe dans vos projets. Ce que les pages vous annoncent ne change pas, et votre profil permet de les réactiver.
unsubscribed = Vous ne recevez plus de courriels sur ce qui se passe dans vos projets.
password-forgotten-mail = Saisissez votre nom d’utilisateur. Si votre compte a une adresse électronique, vous recevez un lien pour choisir un nouveau mot de passe ; sinon un administrateur vous en donne un.
password-asked-mail = Si ce compte existe et qu’il a une adresse électronique, un lien est en route. S’il n’arrive pas, demandez à un administrateur.
# Ce que disent les courriels.
mail-news = { $n ->
    [one] { $shown } nouvelle
   *[other] { $shown } nouvelles
}
mail-overdue = { $n ->
    [one] { $shown } tâche en retard
   *[other] { $shown } tâches en retard
}
mail-overdue-hint = Ces tâches, qui sont les vôtres, auraient dû être terminées :
mail-was-due = Échéance : { $when }.
mail-mention = On vous mentionne :
mail-password = Un nouveau mot de passe
mail-password-hint = Quelqu’un a demandé un nouveau mot de passe pour votre compte. Ce lien permet d’en choisir un ; il sert une fois, pendant un jour. Si ce n’était pas vous, ne faites rien.
mail-invitation = Vous êtes invité
mail-invitation-hint = Vous êtes invité à travailler ensemble sur Kanso. Ce lien permet de créer votre compte.
mail-footer = Envoyé par Kanso, { $address }
# La page qui montre aux administrateurs ce que deviennent les courriels.
mails = Courriels
mails-empty-title = Pas encore de courriel
mails-empty = Les courriels qui attendent et ceux des 30 derniers jours sont listés ici, sans leur contenu.
mail-unset = Aucun serveur de courrier n’est configuré, donc rien n’est envoyé. Démarrez le serveur avec KANSO_SMTP_URL, par exemple smtp://utilisateur:motdepasse@hôte:587?tls=required ; les courriels des trois derniers jours partent alors.
mail-test = M’envoyer un courriel d’essai
mail-test-no-address = Votre compte n’a pas d’adresse électronique.
mail-test-written = Le courriel est en route. La suite se lit ci-dessous.
mail-test-subject = Les courriels de Kanso arrivent
mail-waiting = Attend
mail-late = Sera réessayé
mail-sent = Envoyé
mail-dropped = Non envoyé
mail-failed = Échoué
mail-retry = Essayer maintenant
mail-attempts = { $n ->
    [one] { $shown } essai
   *[other] { $shown } essais
}
mail-kind-event = Nouvelle
mail-kind-mention = Mention
mail-kind-overdue = Rappel
mail-kind-action = Action automatique
mail-kind-password = Mot de passe
mail-kind-invitation = Invitation
notification-rule = D’une règle
mail-kind-refused = Courriel refusé
mail-reply-hint = Répondez à ce courriel pour écrire un commentaire.
mail-refused = Votre courriel n’a pas été accepté
mail-refused-hint = Votre courriel n’est devenu ni une tâche ni un commentaire, pour cette raison :
# Mails that come in.
mail-in = Courriels entrants
mail-in-unset = Aucun courriel n’entre. Démarrez le serveur avec KANSO_MAIL_IN_URL et KANSO_MAIL_IN_ADDRESS pour créer des tâches et des commentaires par courriel.
mail-in-looked = Dernière consultation : { $when }
mail-in-well = Tout allait bien : { $when }
mail-in-never = La boîte n’a pas encore été consultée.
mail-in-trouble = Les courriels n’entrent pas :
mail-in-none = Aucun courriel n’est encore entré. Le sort des courriels des 30 derniers jours s’affichera ici.
mail-in-untitled = (sans objet)
mail-in-state-task = Tâche
mail-in-state-comment = Commentaire
mail-in-state-refused = Refusé
mail-in-state-ignored = Ignoré
mail-in-automatic = Un programme ou une liste de diffusion l’a envoyé.
mail-in-unproven = Le serveur de courriel n’a pas pu prouver qu’il vient de cette adresse.
mail-in-sender = Cette adresse n’est pas celle d’un seul compte actif.
mail-in-address = Cette tâche ou ce projet n’existe pas, ou ce compte ne peut pas le voir.
mail-in-rights = Ce compte ne peut pas faire cela dans ce projet.
mail-in-several-tasks = Il répond à un courriel qui parle de plusieurs tâches. Répondez à un courriel qui parle d’une seule tâche, ou commentez sur la page de la tâche.
mail-in-empty = Il ne dit rien : sans les citations et la signature, il ne reste ni texte ni fichier.
mail-in-too-large = Il est trop grand.
mail-in-unreadable = Il est illisible : il a trop de parties ou de fichiers, ou il est abîmé.
mail-in-unacceptable = Ce qu’il dit n’a pas été accepté.
