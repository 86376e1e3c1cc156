# Destinations.
webhook = Webhook
endpoints = Webhooks
webhooks-of = Webhooks de { $project }
webhooks-instance = Tous les projets
webhooks-project-only = Seulement ceux-ci
projects-all = tous les projets
webhooks-empty-title = Rien n’est encore annoncé
webhooks-empty = Un webhook annonce à une messagerie ou à un programme ce qui se passe sur les tableaux, au moment où cela se passe. Créez le premier : il vous faut l’adresse du destinataire, et le formulaire montre comment l’obtenir.
webhooks-empty-project = Un webhook annonce à une messagerie ou à un programme ce qui se passe dans ce projet, au moment où cela se passe. Créez le premier : il vous faut l’adresse du destinataire, et le formulaire montre comment l’obtenir.
webhook-new = Nouveau webhook
webhook-new-of = Nouveau webhook de { $project }
webhook-of-settings = Comme dans Kanboard
webhook-of-settings-hint = L’adresse, le format et le jeton de ce webhook se trouvent dans les réglages.
webhook-goes-to = Envoyé à
webhook-pause = Mettre en pause
webhook-resume = Reprendre
webhook-paused = En pause. Ce qui se passe à partir de maintenant n’est pas envoyé ; on pourra le rattraper plus tard.
webhook-resumed = C’est reparti. Rien n’a été manqué.
webhook-try = Envoyer un essai
webhook-remove = Supprimer ce webhook…
webhook-remove-sure = Le webhook disparaît pour de bon, avec son journal et ce qui attend encore. Pour l’arrêter un moment, mettez-le en pause.
webhook-remove-yes = Supprimer définitivement
reload = Recharger

# Santé.
health-good = Fonctionne
health-new = Rien encore envoyé
health-behind = En retard
health-failing = En échec
health-open = Suspendu
health-paused = En pause
health-paused-why = Quelqu’un l’a mis en pause : rien n’est envoyé. Reprenez, et vous pourrez rattraper ce qui a été manqué.
health-disabled = Désactivé
health-disabled-why = Il a été désactivé : { $reason }. Réparez le destinataire, reprenez ici, et vous pourrez rattraper ce qui a été manqué.
health-no-address = Sans adresse
health-no-address-why = Les réglages ne donnent aucune adresse : rien n’est envoyé.
health-failing-since = En échec depuis { $when }.
health-breaker = Trop d’échecs : on attend. Prochain essai : { $when }.
health-status = Il a répondu { $status }
health-success = Dernière livraison
health-queue = En attente
health-queue-empty = rien
health-waiting = { $n ->
    [one] { $shown } livraison
   *[other] { $shown } livraisons
}
health-waiting-since = { $waiting }, la plus ancienne depuis { $age }
minutes = { $n } min
hours = { $n } h
days = { $n ->
    [one] { $shown } jour
   *[other] { $shown } jours
}

# Le formulaire.
webhook-receiver = Qui le reçoit
webhook-address = Adresse
address-good = Cette adresse répond.
webhook-private-short = Les adresses de réseaux privés et de cette machine sont refusées. Un administrateur peut les autoriser au démarrage du serveur.
webhook-anyway = Enregistrer bien que l’adresse soit refusée
webhook-anyway-hint = Pour un destinataire qui ne tourne pas encore. Ce qui se passe entre-temps est réessayé.
webhook-name-example = Slack de l’équipe
webhook-token-endpoint = Envoyé comme ?token= avec chaque webhook. Laissez vide pour n’en envoyer aucun.
webhook-template = Modèle
webhook-template-hint = Dans le langage de Jinja, à partir du contenu du format Kanso : type, timestamp, data. Par exemple :
webhook-filter = Seulement les tâches qui correspondent
webhook-filter-hint = Dans le langage de la recherche : par exemple priority:>=2, column:Done, assignee:me, category:"Bug", tag:urgent, due:<=tomorrow. Tous les mots doivent correspondre. Vide pour toutes les tâches.
webhook-create = Créer le webhook
events = Événements
events-all = Tous les événements
events-these = Seulement ceux-ci :
events-patterns = Motifs, pour les experts
events-patterns-hint = Des noms séparés par des virgules. Une étoile vaut pour tous ceux qui commencent de même, un point d’exclamation exclut.
events-count = { $n ->
    [one] { $shown } type d’événement
   *[other] { $shown } types d’événements
}
headers = En-têtes
headers-hint = Ils accompagnent chaque livraison. Les valeurs secrètes ne sont plus jamais affichées.
header-name = Nom de l’en-tête
header-value = Valeur
header-kind = Est-il secret
header-plain = affiché
header-secret = secret
header-add = Ajouter un en-tête
header-remove = Supprimer cet en-tête
advanced = Ordre, débit et nouveaux essais
ordering = Ordre
ordering-task = Par tâche
ordering-endpoint = L’un après l’autre
ordering-none = Aucun
ordering-hint = Un échec ne retient que ce qui vient après dans cet ordre.
retries = Nouveaux essais
retries-standard = Trois jours (11 essais)
retries-long = Une semaine (15 essais)
retries-hint = Ensuite, une livraison est abandonnée ; vous pouvez encore la renvoyer à la main.
concurrency = En même temps
concurrency-hint = Combien de livraisons sont en cours à la fois, de 1 à 64.
rate-limit = Au plus par seconde
rate-limit-hint = Vide : autant qu’il en vient. Le surplus attend, rien n’est perdu.
timeout = Secondes pour répondre
timeout-hint = De 1 à 30, réponse complète comprise.

# Formats.
format-template = Votre propre modèle
format-kanboard-2016 = Kanboard depuis 2016
format-kanboard-2015 = Kanboard avant 2016
format-about-standard = JSON pour programmes : les deux valeurs de chaque changement
format-about-cloudevents = Le même dans une enveloppe commune
format-about-template = Du texte ou du JSON que vous écrivez
format-about-slack = Un message dans un canal
format-about-discord = Un message dans un salon
format-about-mattermost = Un message dans un canal ; aussi Rocket.Chat
format-about-teams = Une carte dans un canal
format-about-ntfy = Une notification sur votre téléphone
format-about-2016 = Pour les programmes écrits pour Kanboard : tâche imbriquée, valeurs en texte
format-about-2015 = Pour les plus anciens : à plat
format-about-12 = Pour les plus récents : nombres, plus de clés, auteur
format-how-slack = Dans un navigateur, ouvrez api.slack.com/apps, choisissez Create New App puis From scratch, nommez-la Kanso et prenez votre espace ; sous Incoming Webhooks, activez-les, appuyez sur Add New Webhook to Workspace, choisissez le canal, et copiez ici l’adresse qui apparaît.
format-how-discord = Dans Discord, ouvrez les paramètres du salon, choisissez Intégrations puis Webhooks, créez un webhook, copiez son URL et collez-la ici.
format-how-mattermost = Dans Mattermost, ouvrez Intégrations dans le menu, choisissez Webhooks entrants, ajoutez-en un pour votre canal et copiez ici son adresse ; dans Rocket.Chat, un administrateur l’ajoute sous Espace de travail, Intégrations, Nouveau, Entrant.
format-how-teams = Dans Teams, appuyez sur les trois points à côté du canal, choisissez Flux de travail, prenez le modèle qui publie dans un canal à la réception d’une requête webhook, terminez, et copiez ici l’adresse affichée.
format-how-ntfy = Inventez un sujet que personne ne devine, abonnez-vous-y dans l’application ntfy de votre téléphone, et saisissez ici l’adresse du serveur suivie du sujet.
format-how-program = L’adresse à laquelle votre programme reçoit des requêtes POST. Il doit répondre 2xx dans le délai.
format-how-kanboard = L’adresse que vous saisiriez dans Kanboard.

# L’aperçu.
preview = Aperçu
preview-hint = Ce que le destinataire verra des derniers événements apparaît ici à mesure que vous remplissez le formulaire.
preview-button = Aperçu
preview-of = Affiché pour
preview-sample = Rien ne s’est encore passé ici : ceci est un événement inventé.
preview-matching = Sur les { $total } derniers événements, { $matching } auraient été envoyés.
preview-events = Lesquels
preview-yes = envoyé
preview-no = non envoyé
preview-raw = Le contenu tel qu’il est envoyé
preview-no-body = Cet événement ne donne aucun message : { $reason }

# Après la création, et les clés.
webhook-created = { $name } est prêt
webhook-created-try = Voyez-le arriver
webhook-created-try-hint = Envoyez un essai et regardez s’il apparaît chez le destinataire.
webhook-open = Aller au webhook
secret = Secret
secret-new = Nouvelle clé
secret-once = Affiché seulement maintenant. Copiez-le là où il faut ; s’il est perdu, remplacez-le sous Clés.
secrets-lost-title = La clé secrète n’est plus la même qu’avant
secrets-lost = Ce qui signe les webhooks, leurs en-têtes secrets et les secrets des seconds facteurs ne sont plus lisibles : les envois échouent, et aucun secret ne peut être ajouté. Remettez l’ancien secret.key dans le dossier de données (ou l’ancien KANSO_SECRET_KEY dans l’environnement) et relancez le serveur. Si elle est perdue pour de bon, cette commande dit ce que cela implique et crée de nouveaux secrets :
secrets-lost-ask = Ce qui signe les webhooks n’est plus lisible : les envois échouent jusqu’à ce qu’un administrateur remette l’ancienne clé secrète ou crée de nouveaux secrets. Ce qui se passe entre-temps attend.
secret-chat = Une messagerie ne le demande pas : il n’y a rien à faire ici.
secret-verify = Comment le destinataire vérifie avec
secret-verify-hint = Chaque livraison est signée selon Standard Webhooks, dans les en-têtes webhook-id, webhook-timestamp et webhook-signature. Il existe une bibliothèque pour la plupart des langages :
keys-of-signatures = Clés
keys-valid = Clés valables
keys-valid-hint = Chaque livraison est signée avec chacune d’elles.
key-kind = Type
key-created = Créée
key-expires = Valable jusqu’à
key-never = son remplacement
key-v1 = Secret des deux côtés (v1)
key-v1-hint = HMAC-SHA256 : ce que toute bibliothèque vérifie.
key-v1a = Paire de clés (v1a)
key-v1a-hint = ed25519 : le destinataire ne connaît que la moitié publique et ne peut pas signer.
key-rotate = Remplacer la clé…
key-rotate-sure = Une nouvelle clé est créée. L’ancienne reste valable un moment, pour que rien ne soit refusé avant que le destinataire connaisse la nouvelle.
key-overlap = L’ancienne reste valable
key-overlap-hint = Choisissez aucun seulement si l’ancienne clé est en de mauvaises mains.
overlap-none = aucun délai
key-rotate-yes = Créer une nouvelle clé

# Rattrapage.
recover = Rattraper
recover-title = Envoyer ce qui a été manqué
recover-hint = Ce que ce webhook n’a pas reçu depuis un moment donné est envoyé maintenant, dans l’ordre, chaque événement avec son propre identifiant. On compte d’abord ; cela n’envoie rien.
recover-since = Depuis quand
recover-missed = Depuis qu’il manque quelque chose : { $when }
recover-failing = Depuis qu’il échoue : { $when }
recover-date = Depuis un moment de votre choix
recover-ask = Compter
recover-nothing = Rien n’a été manqué depuis { $when }.
recover-count = { $n ->
    [one] { $shown } livraison serait envoyée.
   *[other] { $shown } livraisons seraient envoyées.
}
recover-start = { $n ->
    [one] Envoyer { $shown } livraison
   *[other] Envoyer { $shown } livraisons
}
recover-paused = Il est en pause : ce qui est rattrapé attend la reprise.
recovery-running = { $done } sur { $total } mises en file
recovery-done = { $n ->
    [one] { $shown } livraison mise en file.
   *[other] { $shown } livraisons mises en file.
}
recovery-since = Depuis { $when }.
recovery-hint = Cela continue tout seul, même après un redémarrage.

# Pourquoi quelque chose n’a pas été livré.
skipped-filter = La tâche ne correspondait pas au filtre de ce webhook.
skipped-paused = Le webhook était en pause.
skipped-disabled = Le webhook était désactivé parce qu’il échouait depuis trop longtemps.
skipped-chain = Trop d’événements découlaient les uns des autres : la chaîne a été coupée ici.
outcome-none = Non envoyé
outcome-not-in-scope = Il appartient à un projet qui n’est pas celui de ce webhook.
outcome-before = Le webhook n’existait pas encore.
outcome-not-asked-for = Le webhook ne demande pas les événements de ce nom.
outcome-of-itself = Un webhook n’est pas averti de ce qui le concerne lui-même.
outcome-hidden = Il s’agit d’un commentaire que tous les membres du projet n’ont pas le droit de lire.
waits-earlier = Elle attend qu’une précédente du même ordre soit réglée :
waits-paused = Le webhook est en pause : elle partira à la reprise.
waits-breaker = Trop d’échecs sur ce webhook : tout attend jusqu’à { $when }.
waits-retry = Prochain essai : { $when }.
waits-rate = Elle part dès que la limite de { $rate } par seconde le permet.
waits-now = Elle est sur le point de partir.
delivery-again = de nouveau
delivery-repeats = répète la livraison { $id }
delivery-body = Contenu

# Le journal des événements et le catalogue.
events-hint = Ce qui s’est passé, du plus récent au plus ancien, et ce qu’il en est advenu à chaque webhook.
events-empty-title = Rien ne s’est encore passé
events-empty = Créez ou déplacez une tâche : elle apparaît ici aussitôt.
event-about = À propos de
event-outcome = Ce qu’il en est advenu
event-reason = Pourquoi
event-when = Quand
event-who = Qui
event-why = A-t-il été livré ?
event-why-not = non envoyé – pourquoi ?
event-no-endpoints = Aucun webhook n’aurait pu le recevoir.
event-open = Où est-il allé aussi ?
event-causes = Ce qui y a mené
event-and-causes = L’événement, et ce qui y a mené
event-types = Catalogue des événements
event-types-hint = Tous les événements annoncés par Kanso, avec leur schéma et un exemple dans chaque format.
event-samples = À quoi il ressemble
event-schema-show = Afficher le schéma
event-title = { $group } : { $act }
act-create = création
act-update = modification
act-remove = suppression
act-assign = attribution
act-tag = étiquettes modifiées
act-move-column = passage dans une autre colonne
act-move-position = déplacement dans sa colonne
act-move-swimlane = passage dans un autre couloir
act-move-project = passage dans un autre projet
act-close = fermeture
act-open = réouverture
act-restore = rétablissement
act-link = création ou modification
subtask = Sous-tâche
task-link = Lien entre tâches
task-file = Fichier d’une tâche
project = Projet
tag = Étiquette
account = Compte
group = Groupe
project-role = Rôle dans un projet

# Avis aux propriétaires.
notices = Avis
notices-empty-title = Aucun avis
notices-empty = Quand l’un de vos webhooks échoue, est désactivé ou fonctionne de nouveau, c’est dit ici.
notices-unread = { $n ->
    [one] { $shown } avis sur les webhooks
   *[other] { $shown } avis sur les webhooks
}
notice-read = Compris
notice-failing = { $name } : plusieurs livraisons de suite ont échoué.
notice-opened = { $name } : tant d’échecs que seul un essai part de temps en temps.
notice-disabled = { $name } a été désactivé parce qu’il échouait depuis trop longtemps.
notice-recovered = { $name } fonctionne de nouveau.
