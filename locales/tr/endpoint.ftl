# Alıcılar.
webhook = Webhook
endpoints = Webhook’lar
webhooks-of = { $project } webhook’ları
webhooks-instance = Tüm projeler
webhooks-project-only = Yalnızca bunlar
projects-all = tüm projeler
webhooks-empty-title = Henüz hiçbir şey bildirilmiyor
webhooks-empty = Webhook, panolarda olanları olduğu anda bir sohbete ya da programa bildirir. İlkini oluşturun: sohbetin ya da programın adresi gerekir; form nasıl alınacağını gösterir.
webhooks-empty-project = Webhook, bu projede olanları olduğu anda bir sohbete ya da programa bildirir. İlkini oluşturun: sohbetin ya da programın adresi gerekir; form nasıl alınacağını gösterir.
webhook-new = Yeni webhook
webhook-new-of = { $project } için yeni webhook
webhook-of-settings = Kanboard’daki gibi
webhook-of-settings-hint = Bu webhook’un adresi, biçimi ve belirteci ayarlardadır.
webhook-goes-to = Alıcı
webhook-pause = Duraklat
webhook-resume = Sürdür
webhook-paused = Duraklatıldı. Bundan sonra olanlar gönderilmez; daha sonra telafi edilebilir.
webhook-resumed = Devam ediyor. Hiçbir şey kaçırılmadı.
webhook-try = Deneme olayı gönder
webhook-remove = Bu webhook’u kaldır…
webhook-remove-sure = Webhook, günlüğü ve bekleyenleriyle birlikte kalıcı olarak silinir. Bir süreliğine durdurmak için duraklatın.
webhook-remove-yes = Kalıcı olarak kaldır
reload = Yenile

# Durum.
health-good = Çalışıyor
health-new = Henüz gönderilmedi
health-behind = Geride
health-failing = Ulaşmıyor
health-open = Bekletiliyor
health-paused = Duraklatıldı
health-paused-why = Biri duraklattı: hiçbir şey gönderilmiyor. Sürdürün; kaçırılanları telafi edebilirsiniz.
health-disabled = Kapatıldı
health-disabled-why = Kapatıldı: { $reason }. Alıcıyı düzeltin, buradan sürdürün; kaçırılanları telafi edebilirsiniz.
health-no-address = Adres yok
health-no-address-why = Ayarlarda adres yok; bu yüzden hiçbir şey gönderilmiyor.
health-failing-since = { $when } tarihinden beri ulaşmıyor.
health-breaker = Çok fazla hata oldu, bekleniyor. Sonraki deneme: { $when }.
health-status = Yanıt: { $status }
health-success = Son teslim
health-queue = Bekleyen
health-queue-empty = yok
health-waiting = { $n ->
    [one] { $shown } teslim
   *[other] { $shown } teslim
}
health-waiting-since = { $waiting }, en eskisi { $age }
minutes = { $n } dk
hours = { $n } sa
days = { $n ->
    [one] { $shown } gün
   *[other] { $shown } gün
}

# Form.
webhook-receiver = Kim alır
webhook-address = Adres
address-good = Bu adres yanıt veriyor.
webhook-private-short = Özel ağlardaki ve bu makinedeki adresler reddedilir. Yönetici, sunucuyu başlatırken izin verebilir.
webhook-anyway = Adres reddedilse de kaydet
webhook-anyway-hint = Henüz çalışmayan bir alıcı için. Bu arada olanlar yeniden denenir.
webhook-name-example = Ekibin Slack’i
webhook-token-endpoint = Her webhook ile ?token= olarak gönderilir. Göndermemek için boş bırakın.
webhook-template = Şablon
webhook-template-hint = Jinja dilinde, Kanso biçiminin içeriği üzerinde: type, timestamp, data. Örneğin:
webhook-filter = Yalnızca eşleşen görevler
webhook-filter-hint = Arama dilinde: örneğin priority:>=2, column:Done, assignee:me, category:"Bug", tag:urgent, due:<=tomorrow. Yan yana yazılanların hepsi eşleşmelidir. Tüm görevler için boş bırakın.
webhook-create = Webhook oluştur
events = Olaylar
events-all = Tüm olaylar
events-these = Yalnızca bunlar:
events-patterns = Kalıplar, uzmanlar için
events-patterns-hint = Virgülle ayrılmış adlar. Yıldız aynı başlayanların tümünü karşılar, ünlem işareti dışlar.
events-count = { $n ->
    [one] { $shown } tür olay
   *[other] { $shown } tür olay
}
headers = Başlıklar
headers-hint = Her teslimle gönderilir. Gizli olanların değeri bir daha gösterilmez.
header-name = Başlığın adı
header-value = Değer
header-kind = Gizli mi
header-plain = görünür
header-secret = gizli
header-add = Başlık ekle
header-remove = Bu başlığı kaldır
advanced = Sıra, hız ve yeniden denemeler
ordering = Sıra
ordering-task = Görev başına
ordering-endpoint = Birbiri ardınca
ordering-none = Yok
ordering-hint = Başarısız olan, yalnızca bu sırada kendinden sonra geleni bekletir.
retries = Yeniden denemeler
retries-standard = Üç gün (11 deneme)
retries-long = Bir hafta (15 deneme)
retries-hint = Sonrasında teslimden vazgeçilir; elle yeniden gönderebilirsiniz.
concurrency = Aynı anda
concurrency-hint = Aynı anda kaç teslim yapılır, 1–64.
rate-limit = Saniyede en çok
rate-limit-hint = Sınırsız için boş bırakın. Fazlası bekler, hiçbir şey kaybolmaz.
timeout = Yanıt süresi (saniye)
timeout-hint = 1–30, yanıtın tamamıyla.

# Biçimler.
format-template = Kendi şablonunuz
format-kanboard-2016 = 2016’dan beri Kanboard
format-kanboard-2015 = 2016 öncesi Kanboard
format-about-standard = Programlar için JSON: her değişikliğin iki ucu
format-about-cloudevents = Aynısı, ortak bir zarfta
format-about-template = Sizin yazdığınız metin ya da JSON
format-about-slack = Kanalda bir mesaj
format-about-discord = Kanalda bir mesaj
format-about-mattermost = Kanalda bir mesaj; Rocket.Chat de olur
format-about-teams = Kanalda bir kart
format-about-ntfy = Telefonunuzda bir bildirim
format-about-2016 = Kanboard için yazılmış programlara: iç içe görev, değerler metin
format-about-2015 = Daha eskileri için: düz
format-about-12 = Daha yenileri için: sayılar, daha çok anahtar, yazar
format-how-slack = Tarayıcıda api.slack.com/apps adresini açın, Create New App, sonra From scratch seçin, adını Kanso koyup çalışma alanınızı seçin; Incoming Webhooks altında açın, Add New Webhook to Workspace’e basın, kanalı seçin ve çıkan adresi buraya kopyalayın.
format-how-discord = Discord’da kanalın ayarlarını açın, Entegrasyonlar, sonra Webhook’lar seçin, yeni bir webhook oluşturun, adresini kopyalayıp buraya yapıştırın.
format-how-mattermost = Mattermost’ta ürün menüsünden Entegrasyonlar’ı açın, Gelen Webhook’lar’ı seçin, kanalınız için bir tane ekleyin ve adresini buraya kopyalayın; Rocket.Chat’te bir yönetici Workspace, Integrations, New, Incoming altında ekler.
format-how-teams = Teams’te kanalın yanındaki üç noktaya basın, İş akışları’nı seçin, webhook isteği alındığında kanala gönderen şablonu alın, bitirin ve gösterdiği adresi buraya kopyalayın.
format-how-ntfy = Kimsenin tahmin edemeyeceği bir konu uydurun, telefonunuzdaki ntfy uygulamasında ona abone olun ve sunucunun adresini konuyla birlikte buraya girin.
format-how-program = Programınızın POST isteklerini aldığı adres. Süre içinde 2xx yanıtı vermelidir.
format-how-kanboard = Kanboard’a gireceğiniz adres.

# Önizleme.
preview = Önizleme
preview-hint = Formu doldurdukça, alıcının son olaylardan ne göreceği burada belirir.
preview-button = Önizle
preview-of = Gösterilen olay
preview-sample = Burada henüz bir şey olmadı; bu uydurma bir olay.
preview-matching = Son { $total } olaydan { $matching } tanesi gönderilirdi.
preview-events = Hangileri
preview-yes = gönderilir
preview-no = gönderilmez
preview-raw = Gönderildiği hâliyle içerik
preview-no-body = Bu olaydan mesaj oluşmuyor: { $reason }

# Oluşturduktan sonra ve anahtarlar.
webhook-created = { $name } hazır
webhook-created-try = Ulaştığını görün
webhook-created-try-hint = Bir deneme olayı gönderin ve alıcıda göründüğüne bakın.
webhook-open = Webhook’a git
secret = Gizli anahtar
secret-new = Yeni anahtar
secret-once = Yalnızca şimdi gösterilir. Gereken yere kopyalayın; kaybolursa Anahtarlar altında değiştirilir.
secrets-lost-title = Gizli anahtar eskisi değil
secrets-lost = Webhook’ların imzalandığı sırlar, gizli üstbilgiler ve ikinci adımların sırları okunamıyor: gönderimler başarısız oluyor, yeni sır eklenemiyor. Eski secret.key dosyasını veri klasörüne (ya da eski KANSO_SECRET_KEY değerini ortama) geri koyun ve sunucuyu yeniden başlatın. Temelli kaybolduysa şu komut bunun ne anlama geldiğini söyler ve yeni sırlar oluşturur:
secrets-lost-ask = Webhook’ların imzalandığı sırlar okunamıyor: bir yönetici eski gizli anahtarı geri koyana ya da yeni sırlar oluşturana kadar gönderimler başarısız olur. Bu arada olanlar bekler.
secret-chat = Sohbet bunu istemez: burada yapılacak bir şey yok.
secret-verify = Alıcı bununla nasıl doğrular
secret-verify-hint = Her teslim, Standard Webhooks’a göre webhook-id, webhook-timestamp ve webhook-signature başlıklarında imzalanır. Çoğu dil için bir kitaplık vardır:
keys-of-signatures = Anahtarlar
keys-valid = Geçerli anahtarlar
keys-valid-hint = Her teslim bunların her biriyle imzalanır.
key-kind = Tür
key-created = Oluşturuldu
key-expires = Geçerlilik sonu
key-never = değiştirilene dek
key-v1 = İki tarafın gizli anahtarı (v1)
key-v1-hint = HMAC-SHA256: her kitaplığın doğruladığı.
key-v1a = Anahtar çifti (v1a)
key-v1a-hint = ed25519: alıcı yalnızca açık yarıyı bilir ve kendisi imzalayamaz.
key-rotate = Anahtarı değiştir…
key-rotate-sure = Yeni bir anahtar oluşturulur. Alıcı yenisini öğrenene kadar hiçbir şey reddedilmesin diye eskisi bir süre geçerli kalır.
key-overlap = Eskisi şu kadar geçerli kalır
key-overlap-hint = Hiç seçeneğini yalnızca eski anahtar yanlış ellere geçtiyse seçin.
overlap-none = hiç
key-rotate-yes = Yeni anahtar oluştur

# Telafi.
recover = Telafi et
recover-title = Kaçırılanları gönder
recover-hint = Bu webhook’un bir andan beri almadıkları şimdi sırayla, her biri kendi kimliğiyle gönderilir. Önce sayılır; bu bir şey göndermez.
recover-since = Ne zamandan beri
recover-missed = Bir şey kaçırdığından beri: { $when }
recover-failing = Başarısız olduğundan beri: { $when }
recover-date = Seçtiğiniz bir andan beri
recover-ask = Say
recover-nothing = { $when } tarihinden beri hiçbir şey kaçırılmadı.
recover-count = { $n ->
    [one] { $shown } teslim gönderilir.
   *[other] { $shown } teslim gönderilir.
}
recover-start = { $n ->
    [one] { $shown } teslimi gönder
   *[other] { $shown } teslimi gönder
}
recover-paused = Duraklatılmış: telafi edilenler sürdürülene kadar bekler.
recovery-running = { $total } içinden { $done } sıraya alındı
recovery-done = { $n ->
    [one] { $shown } teslim sıraya alındı.
   *[other] { $shown } teslim sıraya alındı.
}
recovery-since = { $when } tarihinden beri.
recovery-hint = Kendiliğinden sürer, yeniden başlatmadan sonra da.

# Bir şey neden teslim edilmedi.
skipped-filter = Görev, bu webhook’un süzgeciyle eşleşmedi.
skipped-paused = Webhook duraklatılmıştı.
skipped-disabled = Webhook çok uzun süre başarısız olduğu için kapatılmıştı.
skipped-chain = Çok fazla olay birbirini izledi; zincir burada kesildi.
outcome-none = Gönderilmedi
outcome-not-in-scope = Bu webhook’un kapsamadığı bir projeye ait.
outcome-before = Webhook henüz yoktu.
outcome-not-asked-for = Webhook bu addaki olayları istemiyor.
outcome-of-itself = Bir webhook’a kendisi hakkında bildirim gönderilmez.
outcome-hidden = Projedeki herkesin okuyamadığı bir yorumla ilgili.
waits-earlier = Aynı sıradaki daha önceki bir teslimin sonuçlanmasını bekliyor:
waits-paused = Webhook duraklatılmış: sürdürülünce gönderilir.
waits-breaker = Bu webhook’ta çok fazla hata oldu; her şey { $when } zamanına kadar bekliyor.
waits-retry = Sonraki deneme: { $when }.
waits-rate = Saniyede { $rate } sınırı izin verir vermez gönderilir.
waits-now = Gönderilmek üzere.
delivery-again = yeniden
delivery-repeats = teslim { $id } yinelemesi
delivery-body = İçerik

# Olay günlüğü ve katalog.
events-hint = Olanlar, en yenisi önce, ve her webhook’ta ne olduğu.
events-empty-title = Henüz bir şey olmadı
events-empty = Bir görev oluşturun ya da taşıyın: hemen burada görünür.
event-about = Konu
event-outcome = Ne oldu
event-reason = Neden
event-when = Ne zaman
event-who = Kim
event-why = Teslim edildi mi?
event-why-not = gönderilmedi – neden?
event-no-endpoints = Alabilecek bir webhook yok.
event-open = Başka nereye gitti?
event-causes = Buna yol açan
event-and-causes = Olay ve ona yol açanlar
event-types = Olay kataloğu
event-types-hint = Kanso’nun bildirdiği tüm olaylar, şeması ve her biçimde bir örneğiyle.
event-samples = Nasıl görünür
event-schema-show = Şemayı göster
event-title = { $group }: { $act }
act-create = oluşturma
act-update = değişiklik
act-remove = silme
act-assign = atama
act-tag = etiket değişikliği
act-move-column = başka sütuna taşıma
act-move-position = sütun içinde taşıma
act-move-swimlane = başka kulvara taşıma
act-move-project = başka projeye taşıma
act-close = kapatma
act-open = yeniden açma
act-restore = geri getirme
act-link = oluşturma ya da değişiklik
subtask = Alt görev
task-link = Görev bağlantısı
task-file = Görev dosyası
project = Proje
tag = Etiket
account = Hesap
group = Grup
project-role = Projedeki rol

# Sahiplerine bildirimler.
notices = Bildirimler
notices-empty-title = Bildirim yok
notices-empty = Bir webhook’unuz başarısız olduğunda, kapatıldığında ya da yeniden çalıştığında burada bildirilir.
notices-unread = { $n ->
    [one] { $shown } webhook bildirimi
   *[other] { $shown } webhook bildirimi
}
notice-read = Anlaşıldı
notice-failing = { $name }: art arda birkaç teslim başarısız oldu.
notice-opened = { $name }: o kadar çok hata oldu ki yalnızca ara sıra deneniyor.
notice-disabled = { $name } çok uzun süre başarısız olduğu için kapatıldı.
notice-recovered = { $name } yeniden çalışıyor.
