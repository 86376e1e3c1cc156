# Ayarlar > Webhook’lar.
webhook-settings = Ayarlar
webhook-url = Webhook adresi
webhook-url-hint = Her projenin her olayı olduğu anda buraya gönderilir; programınız 2xx yanıtı verene kadar yeniden gönderilir. Hiçbir şey göndermemek için boş bırakın. Yalnızca http ve https kullanılabilir.
webhook-private-refused = Özel ağlardaki ve bu makinedeki adresler reddedilir; böylece kimse sunucunun arkasındakilere ulaşamaz. İzin vermek için sunucuyu KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS=true ile başlatın.
webhook-private-allowed = Bu sunucuda özel ağlardaki adreslere izin verilir.
webhook-format = Biçim
webhook-format-hint = İçeriğin biçimi. Programınızın yazıldığı biçimi seçin.
webhook-saved = Kaydedildi.
webhook-test = Kaydet ve deneme olayı gönder
webhook-test-answered = Alıcı { $duration } sonra { $status } yanıtını verdi.
webhook-test-failed = Deneme olayı teslim edilemedi: { $reason }
webhook-token = Belirteç
webhook-token-hint = Alıcı kimin çağırdığını bilsin diye her webhook ile ?token= olarak gönderilir. Aşağıdaki adres de onu ister.
webhook-token-reset = Belirteci yenile…
webhook-token-reset-sure = Eski belirteci bilen programlar yenisini öğrenene kadar çalışmaz.
webhook-token-reset-yes = Yeni belirteç oluştur
webhook-token-renewed = Belirteç yenilendi. Onu kullanan programlara bildirin.
webhook-creation = Adresle görev oluşturma
webhook-creation-hint = Bu adresi açmak bir görev oluşturur. Ayrıca description, color_id, project_id, owner_id ve column_id alır. Yanıt OK ya da FAILED olur.

# Teslim günlüğü.
event = Olay
deliveries = Teslimler
deliveries-empty-title = Teslim yok
deliveries-empty = Bir webhook adresi belirleyin, sonra bir görevi değiştirin: gönderilen her olay yanıtlarıyla burada görünür.
delivery-number = Teslim { $id }
delivery-state = Durum
delivery-attempts = Denemeler
delivery-next = Sonraki deneme
delivery-due-now = şimdi
delivery-created = Oluşturuldu
delivery-filter = Göster
delivery-all = Tümü
delivery-waiting = Bekliyor
delivery-retrying = Yeniden deneniyor
delivery-delivered = Teslim edildi
delivery-failed = Başarısız
deliver-again = Yeniden teslim et
attempts-none = Henüz denenmedi.
attempt-number = Deneme { $n }
attempt-answer = Yanıt
attempt-request = İstek
attempt-no-answer = Yanıt yok
milliseconds = { $n } ms
seconds = { $n } sn
delivery-skipped = Gönderilmedi
