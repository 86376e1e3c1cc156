# Bir projenin otomatik eylemleri.
rules-hint = Projede bir şey olduğunda projenin kendiliğinden yaptıkları.
rules-empty-title = Henüz hiçbir şey kendiliğinden olmuyor
rules-empty = Örneğin: son sütuna taşınan görevleri kapatmak ya da gecikenlerin rengini değiştirmek.
rule-new = Yeni otomatik eylem
rule-one = Otomatik eylem
rule-choose-hint = Ne yapılacağını seçin. … ile gösterilenler sonra sorulur.
rule-choose-other = Başka bir şey seç
rule-add = Ekle
rule-no-choice = Henüz seçilecek bir şey yok.
rule-paused = duraklatıldı
rule-broken = artık olmayan bir şeyi anıyor
rule-broken-hint = Artık olmayan bir şeyi andığı için hiçbir şey yapmıyor. Silin ve yenisini oluşturun.
rule-pause = Duraklat
rule-resume = Sürdür
rule-pause-hint = Duraklatılmışken hiçbir şey yapmaz, sonradan da telafi edilmez.
rule-remove = Bu otomatik eylemi sil…
rule-remove-sure = Artık hiçbir şey yapmaz, günlüğü de onunla silinir. Yaptıkları kalır.
rules-copy = Başka projeden kopyala
rules-copy-hint = Andıkları şeyler burada adlarıyla aranır. Burada olmayan bir şeyi ananlar atlanır.
rules-copy-none = Kopyalanacak başka bir proje yönetmiyorsunuz.
rule-field-from = Bu sütundan
rule-field-to = Bu sütuna
rule-field-to-swimlane = Bu kulvara
rule-field-days = Gün
rule-field-subject = Konu
rule-subject-hint = {"{{title}}"} ve görevin çift süslü ayraç içindeki öbür alanları değerleriyle değiştirilir.
rule-group-close = Kapat
rule-group-dates = Tarihler ve öncelik
rule-group-move = Panoda taşıma
rule-group-projects = Başka projeler
rule-group-tell = Yorumlar, alt görevler, e-posta

# Bir otomatik eylem, tek cümlede.
rule-sentence = { $when } { $then }.
rule-sentence-if = { $when } ve { $if } { $then }.
rule-if-both = { $first } ve { $second }
rule-gone = (artık yok)
rule-gone-other = başka bir şey
rule-some-days = … gün
rule-when-link = Görevler arasında bir bağlantı kurulduğunda ya da değiştiğinde
rule-when-subtask = Bir alt görev oluşturulduğunda ya da değiştiğinde
rule-when-assignee = Bir görevin sorumlusu değiştiğinde
rule-when-update = Bir görev değiştiğinde
rule-when-close = Bir görev kapatıldığında
rule-when-create = Bir görev oluşturulduğunda
rule-when-create-update = Bir görev oluşturulduğunda ya da değiştiğinde
rule-when-column = Bir görev başka sütuna taşındığında
rule-when-swimlane = Bir görev başka kulvara taşındığında
rule-when-open = Bir görev yeniden açıldığında
rule-when-daily = Her gün, bir görev açıksa
rule-when-column-to = Bir görev “{ $column }” sütununa taşındığında
rule-when-column-from = Bir görev “{ $column }” sütunundan çıktığında
rule-when-create-column = Bir görev “{ $column }” sütununda oluşturulduğunda
rule-when-swimlane-to = Bir görev “{ $swimlane }” kulvarına taşındığında
rule-when-create-swimlane = Bir görev “{ $swimlane }” kulvarında oluşturulduğunda
rule-if-column = “{ $column }” sütunundaysa
rule-if-category = kategorisi “{ $category }” ise
rule-if-uncategorised = kategorisi yoksa
rule-if-color = rengi { $color } ise
rule-if-priority = önceliği { $priority } ise
rule-if-assignee = sorumlusu { $user } ise
rule-if-assigned = sorumlusu varsa
rule-if-unassigned = sorumlusu yoksa
rule-if-link = bağlantı “{ $label }” diyorsa
rule-if-due = bitiş tarihi geldiyse
rule-if-start = başlangıç tarihi geldiyse
rule-if-not-started = başlangıç tarihi yoksa
rule-if-unchanged = { $days } boyunca değiştirilmediyse
rule-if-unmoved = { $days } boyunca taşınmadıysa
rule-if-due-within = bitişine { $days } ya da daha az kaldıysa
rule-then-color = ona { $color } rengi verilir
rule-then-category = ona “{ $category }” kategorisi verilir
rule-then-priority = ona { $priority } önceliği verilir
rule-then-assign = sorumlusu { $user } olur
rule-then-creator = sorumlusu onu oluşturan olur
rule-then-caller = sorumlusu bunu yapan olur
rule-then-due = bitişi { $days } sonraya konur
rule-then-start = başlangıç tarihi o an olur
rule-then-close = kapatılır
rule-then-copy = “{ $project }” projesine kopyalanır
rule-then-project = “{ $project }” projesine taşınır
rule-then-mail = { $user } kişisine “{ $subject }” konusuyla e-posta gider
rule-then-column = “{ $column }” sütununa taşınır
rule-then-swimlane = “{ $swimlane }” kulvarına taşınır
rule-then-say-where = nerede olduğu yorumla yazılır
rule-then-finish-subtasks = alt görevleri bitirilir
rule-then-timer = süresi işleyen “{ $subtask }” alt görevi eklenir

# Otomatik eylemlerin yaptıkları.
rule-log = Yapılanlar
rule-log-hint = Son 30 günde her otomatik eylemin ne yaptığı ve neden yapmadığı.
rule-log-empty = Son 30 günde hiçbir şey yok: beklenen şey olmadı.
rule-done = Yapıldı
rule-nothing = Yapılacak bir şey yok: görev zaten öyleydi.
rule-names-gone = Yapılmadı, andığı bir şey artık yok: { $what }
rule-invalid = Yapılmadı: şu durumda anlamı yok.
rule-refused = Yapılmadı: onu oluşturanın buna yetkisi yok.
rule-cut = Yinelenmedi: kendi sonucundan doğacaktı ya da zaten çok şey izlemişti.
rule-unmet-column = Görev başka bir sütunda.
rule-unmet-swimlane = Görev başka bir kulvarda.
rule-unmet-already-there = Görev zaten orada.
rule-unmet-caller = Bunu bir program yaptı, yani kimse.
rule-unmet-assigned = Görevin bir sorumlusu var.
rule-unmet-unassigned = Görevin sorumlusu yok.
rule-unmet-assignee = Görevin sorumlusu başka biri.
rule-unmet-left = Görev başka bir sütundan geldi.
rule-unmet-started = Görevin başlangıç tarihi var.
rule-unmet-link = Bağlantı başka bir şey diyor.
rule-unmet-categorised = Görevin bir kategorisi var.
rule-unmet-category = Görevin kategorisi başka.
rule-unmet-color = Görevin rengi başka.
rule-unmet-priority = Görevin önceliği başka.
rule-unmet-date = Tarih yok ya da henüz gelmedi.
rule-unmet-age = Yeterince gün geçmedi.
rule-unmet-filter = Süzgeç görevi bulmuyor.

# Geçmiş bir olayda denemek.
rule-test = Geçmiş bir olayda dene
rule-test-hint = O an geçerli olana göre değerlendirilir. Hiçbir şey değişmez. Her gün yapılan, görevin şimdiki hâline göre değerlendirilir.
rule-test-run = Dene
rule-test-none = Burada henüz bir göreve bir şey olmadı.
rule-trial-would = Yapılırdı.
rule-trial-other = Bu olaydan başka bir şeyi bekliyor.
rule-trial-unmet = Hiçbir şey yapmazdı: { $reason }

rules-copied = { $n ->
    [one] { $shown } otomatik eylem kopyalandı.
   *[other] { $shown } otomatik eylem kopyalandı.
}
rules-left-out = { $n ->
    [one] { $shown } eylem burada olmayan bir şeyi andığı için atlandı.
   *[other] { $shown } eylem burada olmayan bir şeyi andığı için atlandı.
}
rule-idle = { $n ->
    [one] { $shown } açık göreve baktı; koşula uymadı.
   *[other] { $shown } açık göreve baktı; hiçbiri koşula uymadı.
}
rule-when-events = Şu olduğunda ({ $events })
rule-if-filter = “{ $filter }” süzgeci görevi buluyorsa
rule-then-nobody = sorumlusu kaldırılır
rule-then-no-category = kategorisi kaldırılır
rule-then-score = ona { $score } karmaşıklığı verilir
rule-then-open = yeniden açılır
rule-then-comment = “{ $text }” yorumu yazılır
rule-then-subtask = “{ $title }” alt görevi eklenir
rule-then-tag = “{ $tag }” etiketi eklenir
rule-then-create = “{ $project }” projesinde “{ $title }” görevi oluşturulur
rule-then-webhook = olay “{ $name }” webhook’una gönderilir

# Kural oluşturmak.
rule-compose = Kural oluştur
rule-compose-hint = Bir olay olduğunda, süzgeç görevi buluyorsa, bir ya da birkaç şey.
rule-compose-or = Ya da
rule-compose-daily = Her gün, her açık görev için (tek başına, olaysız)
rule-compose-if = Eğer
rule-compose-filter = Arama dilinde. Boşsa her görev. Olaydan hemen sonraki görev sorulur.
rule-compose-then = O zaman
rule-compose-rights = Kural, çalıştığı anda sizin sahip olduğunuz yetkilerle davranır.
rule-deed = { $number }. adım
rule-deed-text = Gerekirse metin ya da sayı
rule-deed-typed = Aşağıda yazılanla
rule-deed-due = Bu kadar gün sonra bitiş
rule-deed-create = Bu projede görev oluştur
rule-deed-webhook = Olayı şuraya gönder
rule-rights = { $user } yetkileriyle davranır.
rule-owner-gone = projede olmayan biri
rule-edit = Otomatik eylemi değiştir
rule-edit-rights = Kaydettiğinizde bu kişi siz olursunuz.
rule-then-notify = şuna bildir ({ $user }): “{ $text }”
rule-deed-notify = Aşağıda yazılanı bildir
rule-tell-assignee = atanan kişi
rule-tell-creator = oluşturan kişi
