# Réglages > Webhooks.
webhook-settings = Réglages
webhook-url = URL du webhook
webhook-url-hint = Chaque événement de chaque projet y est envoyé dès qu’il a lieu, puis de nouveau jusqu’à ce que votre programme réponde 2xx. Laissez vide pour ne rien envoyer. Seuls http et https sont possibles.
webhook-private-refused = Les adresses de réseaux privés et de cette machine sont refusées, afin que personne n’atteigne ce qui se trouve derrière le serveur. Démarrez-le avec KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS=true pour les autoriser.
webhook-private-allowed = Les adresses de réseaux privés sont autorisées sur ce serveur.
webhook-format = Format
webhook-format-hint = La forme du contenu. Choisissez celle pour laquelle votre programme a été écrit.
webhook-saved = Enregistré.
webhook-test = Enregistrer et envoyer un essai
webhook-test-answered = Le destinataire a répondu { $status } après { $duration }.
webhook-test-failed = L’essai n’a pas pu être livré : { $reason }
webhook-token = Jeton
webhook-token-hint = Il accompagne chaque webhook sous la forme ?token=, pour que le destinataire sache qui appelle. L’adresse ci-dessous en a besoin aussi.
webhook-token-reset = Renouveler le jeton…
webhook-token-reset-sure = Les programmes qui connaissent l’ancien jeton cesseront de fonctionner jusqu’à ce qu’ils apprennent le nouveau.
webhook-token-reset-yes = Créer un nouveau jeton
webhook-token-renewed = Le jeton est nouveau. Donnez-le aux programmes qui l’utilisent.
webhook-creation = Créer des tâches par URL
webhook-creation-hint = Ouvrir cette adresse crée une tâche. Elle accepte aussi description, color_id, project_id, owner_id et column_id. La réponse est OK ou FAILED.

# Le journal des livraisons.
event = Événement
deliveries = Livraisons
deliveries-empty-title = Aucune livraison
deliveries-empty = Définissez une URL de webhook, puis modifiez une tâche : chaque événement envoyé apparaît ici avec ses réponses.
delivery-number = Livraison { $id }
delivery-state = État
delivery-attempts = Tentatives
delivery-next = Prochain essai
delivery-due-now = maintenant
delivery-created = Créée
delivery-filter = Afficher
delivery-all = Toutes
delivery-waiting = En attente
delivery-retrying = Nouvel essai prévu
delivery-delivered = Livrée
delivery-failed = Échouée
deliver-again = Livrer de nouveau
attempts-none = Pas encore essayé.
attempt-number = Tentative { $n }
attempt-answer = Réponse
attempt-request = Requête
attempt-no-answer = Pas de réponse
milliseconds = { $n } ms
seconds = { $n } s
delivery-skipped = Non envoyés
