# Settings of a project.
project-settings-menu = Proje ayarları
project-settings = Genel
columns = Sütunlar
swimlanes = Kulvarlar
categories = Kategoriler
tags = Etiketler
permissions = İzinler
custom-roles = Özel roller
predefined-texts = Hazır metinler
public-access = Herkese açık erişim
copy-and-import = Çoğalt ve içe aktar
close-or-remove = Kapat veya sil
edit-named = { $name } öğesini düzenle
remove-named = { $name } öğesini sil
hide-named = { $name } öğesini gizle
show-named = { $name } öğesini yeniden göster
hide = Gizle
show = Göster
remove-for-good = Kalıcı olarak sil
move-left = { $name } sütununu sola taşı
move-right = { $name } sütununu sağa taşı
move-up = { $name } öğesini yukarı taşı
move-down = { $name } öğesini aşağı taşı
task-limit = Görev sınırı
task-limit-hint = En fazla kaç açık görev bulunsun. Fazlası panoda gösterilir, hiçbir şey engellenmez. Boş bırakılırsa sınır yoktur.

# General.
identifier = Kimlik
identifier-hint = Harfler ve rakamlar, benzersiz. Programlar projeyi bununla bulabilir.
project-owner = Sorumlu
project-email = E-posta adresi
project-mail-in = E-postayla görev
project-mail-in-hint = Üyelerin buraya gönderdiği e-postalar görev olur: konu başlıktır, metin açıklamadır, dosyalar eklenir. E-posta sunucusu aynı klasöre teslim ederse, yukarıdaki adrese gönderilenler de.
project-description-hint = Markdown ile. Projenin genel bakışında görünür.
project-start = Başlangıç tarihi
project-end = Bitiş tarihi
priority-lowest = En düşük öncelik
priority-highest = En yüksek öncelik
priority-default = Yeni görevlerin önceliği
project-limit-hint = Projenin tamamında en fazla kaç açık görev bulunsun. Boş bırakılırsa sınır yoktur.
limits-per-swimlane = Sütun sınırları her kulvar için ayrı ayrı geçerlidir
project-personal-switch-hint = Proje size ait olur: izinler sayfası kalkar, başkalarının rolleri olduğu gibi kalır ve düzenlenmez.

# Columns, swimlanes, categories, tags.
columns-hint = İşin adımları, soldan sağa.
column-add-title = Yeni sütun
column-add = Sütun ekle
column-remove = Bu sütunu sil…
column-remove-sure = Yalnızca boş bir sütun silinebilir: önce kapalı olanlar dahil görevlerini taşıyın.
in-dashboard = Panellerde
in-dashboard-shown = gösteriliyor
in-dashboard-hidden = gizli
hide-in-dashboard = Görevlerini panellerde gösterme
swimlanes-hint = Bütün sütunlardan geçen satırlar, yukarıdan aşağıya: ekipler, sürümler veya acil işler için.
swimlanes-hidden = Gizli kulvarlar
swimlane-new = Yeni kulvar
swimlane-add = Kulvar ekle
swimlane-remove = Bu kulvarı sil…
swimlane-remove-sure = Yalnızca boş bir kulvar silinebilir: önce kapalı olanlar dahil görevlerini taşıyın. Görevleriyle birlikte gözden kaldırmak için gizleyin.
categories-hint = Bir görevin en fazla bir kategorisi olur. Kategorinin yeni görevleri onun rengini alır.
categories-empty = Henüz kategori yok. İlkini aşağıda ekleyin, örneğin “Hata” veya “Fikir”.
category-new = Yeni kategori
category-add = Kategori ekle
category-remove = Bu kategoriyi sil…
category-remove-sure = Görevleri kalır ve kategorisiz olur.
color-none = Renksiz
project-tags-hint = Bir görevin birçok etiketi olabilir. Görev yazılırken de yenileri oluşturulabilir.
tags-empty = Henüz etiket yok. İlkini aşağıda ekleyin.
tag-new = Yeni etiket
tag-add = Etiket ekle
tag-remove = Bu etiketi sil…
tag-remove-sure = Bulunduğu bütün görevlerden kaldırılır.
tags-global = Bütün projelerin etiketleri
tags-global-hint = Bunları sunan her projede seçilebilirler.
tags-global-offer = Bütün projelerin etiketlerini burada da sun

# People and roles.
people = Kişiler
person = Kişi
permissions-hint = Projeye kendisi veya bir grup aracılığıyla dahil olanlar. Kişinin kendi rolü grubunkinden önce gelir.
people-empty = Henüz kimsenin kendi rolü yok.
people-all = Hesabı olan herkesin burada bir rolü var.
person-add = Kişi ekle
account-disabled = hesap devre dışı
groups-none = Burada hiçbir grubun rolü yok.
group-add = Grup ekle
group-named = { $name } grubu
people-count = { $n ->
    [one] { $shown } kişi
   *[other] { $shown } kişi
}
role-given = Rol
project-role-of = { $name } rolü
project-role-manager = Yönetici
project-role-member = Üye
project-role-viewer = İzleyici
role-unknown = erişim vermez
member-remove-sure = Başka bir yolla erişimleri yoksa projeye erişimi kaybederler. Görevleri onlarda kalır.
member-remove-yes = Rolü geri al
custom-roles-hint = Özel bir rol, sizin kısıtladıklarınız dışında bir üyenin yapabildiğini yapabilir.
custom-roles-empty = Henüz özel rol yok: çoğu projeye yönetici, üye ve izleyici yeter.
custom-role-new = Yeni rol
custom-role-add = Rol ekle
custom-role-hint = Bu role sahip kişiler, burada işaretlenen veya engellenenler dışında üyelerin yapabildiği her şeyi yapabilir. Bu hem sayfalarda hem API üzerinden geçerlidir.
custom-role-remove = Bu rolü sil…
custom-role-remove-sure = Bu role sahip olanlar, siz başka bir rol verene kadar izleyici olur.
role-holders = Kişi ve gruplar
role-blocks = Projenin tamamında şunları yapamazlar
block-creation = görev oluşturmak
block-removal = görev silmek
block-open-close = görevleri kapatmak ve yeniden açmak
block-moving = görevleri başka sütuna taşımak
block-assigning = görevin kime verildiğini değiştirmek
block-updating-others = kendilerine verilmemiş görevleri değiştirmek
role-columns = Tek tek sütunlarda
role-columns-hint = Burada seçilen, yukarıda işaretlenenden önce gelir.
role-creation = Görev oluşturma
role-open-close = Görev kapatma ve açma
rule-as-project = projedeki gibi
rule-allowed = izinli
rule-blocked = engelli
role-passages = Görevlerin taşınabileceği yerler
role-passages-hint = Sütun çiftleri belirtirseniz görevler yalnızca bunlar arasında, iki yönde taşınır. Hepsine izin vermek için satırları boş bırakın. Kaldırmak için satırı temizleyin.
passage-from = Bir sütun
passage-to = Diğer sütun
passage-whose = Hangi görevler
passage-all = bütün görevler
passage-own = yalnızca kendilerininki
fault-role-create = Bu projedeki rolünüz burada görev oluşturmanıza izin vermiyor. Başka bir sütun seçin veya projenin bir yöneticisine başvurun.
fault-role-remove = Bu projedeki rolünüz görev silmenize izin vermiyor. Projenin bir yöneticisine başvurun.
fault-role-open-close = Bu projedeki rolünüz burada görev kapatmanıza veya açmanıza izin vermiyor. Projenin bir yöneticisine başvurun.
fault-role-move = Bu projedeki rolünüz bu görevi oraya taşımanıza izin vermiyor. Projenin bir yöneticisine başvurun.
fault-role-assign = Bu projedeki rolünüz görevin kime verildiğini değiştirmenize izin vermiyor. Projenin bir yöneticisine başvurun.
fault-role-update = Bu projedeki rolünüz yalnızca size verilmiş görevleri değiştirmenize izin veriyor.

# Predefined texts.
descriptions = Görev açıklamaları
descriptions-hint = Görev oluşturulurken açıklamasına başlangıç olarak sunulur.
description-new = Yeni açıklama
description-keep = Açıklamayı sakla
description-remove = Bu açıklamayı sil…
description-remove-sure = Artık sunulmaz. Onunla başlayan görevler olduğu gibi kalır.
email-subjects = E-posta konuları
email-subjects-label = Konular, satır başına bir tane

# Public access.
public-off = Bu projeyi yalnızca üyeler görür. Herkese açık erişimde bağlantıya sahip herkes panoyu ve görevleri hesap olmadan, hiçbir şeyi değiştiremeden görür; ayrıca bir akış ve bir takvim vardır.
public-on = Bu bağlantılardan birine sahip herkes panoyu ve görevlerini görür.
public-turn-on = Herkese açık erişimi aç
public-turn-off = Herkese açık erişimi kapat
public-open = Herkese açık panoyu aç
public-board-address = Pano
public-feed-address = Akış (RSS)
public-calendar-address = Takvim (iCal)
public-renew = Yeni bağlantılar oluştur…
public-renew-sure = Şu anki bağlantılar çalışmaz olur.
public-renew-yes = Yeni bağlantılar oluştur

# Close, remove, duplicate, import.
project-close = Projeyi kapat
project-close-hint = Proje listelerinden çıkar; içindeki her şey kalır ve buradan yeniden açabilirsiniz.
project-open = Projeyi yeniden aç
project-is-closed = Bu proje kapalı: proje listelerinde yer almıyor.
project-closed = Kapalı
project-remove = Projeyi sil
project-remove-sure = İçindeki her şey onunla birlikte kaybolur. 30 gün boyunca geri getirilebilir; kenara koymak için kapatın.
project-remove-type = Silmek için projenin adını yazın
project-remove-yes = Bu projeyi sil
project-duplicate = Projeyi çoğalt
project-copy-name = Kopyanın adı
copy-of = { $name } (kopya)
parts-title = Neler aktarılsın
parts-hint = Sütunlar, kulvarlar, ayarlar ve hazır metinler her zaman aktarılır.
part-permissions = Kişi ve grupların izinleri
part-actions = Otomatik eylemler
part-filters = Kayıtlı filtreler
part-metadata = Diğer programların verileri
part-tasks = Açık görevler; etiketleri, alt görevleri, dış bağlantıları ve dosyalarıyla
import-tasks = Görevleri içe aktar
import-from = Şu projeden
import-hint = Bütün açık görevler buradaki aynı adlı sütun ve kulvarlara kopyalanır. Diğer proje olduğu gibi kalır.
import-none = İçe aktarılacak, yönettiğiniz başka bir proje yok.
project-new-more = Kimlik, şablon
project-like = Şu proje gibi
project-like-none = Hiçbiri: boş bir panoyla başla

# Overview.
overview-no-description = Bu projenin henüz açıklaması yok.
project-open-tasks = Açık görevler
project-files-none = Bu projeye eklenmiş dosya yok.
project-file-hint = Bir kerede en çok 64 MB.
people-edit = İzinleri değiştir

# Lists of the application.
link-labels = Bağlantı etiketleri
link-labels-hint = Bütün projelerde görevlerin nasıl bağlanabileceği.
link-label = Etiket
link-opposite = Diğer taraftan
link-opposite-same = aynı
link-opposite-hint = Diğer görevde görünen ad. Oradan da aynı okunuyorsa boş bırakın.
link-label-example = şuna bağlı
link-opposite-example = şunun için gerekli
link-label-new = Yeni etiket
link-label-add = Etiket ekle
link-label-remove = Bu etiketi sil…
link-label-remove-sure = Bu etiketi taşıyan bütün bağlantılar da bütün projelerde silinir.
currencies = Para birimleri
currencies-hint = Diğer para birimlerinin değeri.
currencies-empty = Henüz kur yok. İlkini aşağıda ekleyin.
currency = Para birimi
currency-reference = Referans para birimi
currency-rate = { $reference } karşılığı
currency-new = Kur ekle veya değiştir
rate = Kur

# Proje arşivleri.
archive = Arşiv
archive-hint = Dosyaları ve geçmişiyle bütün proje tek bir dosyada: saklamak ya da başka bir Kanso kurulumuna taşımak için. İçinde gizli bilgi yoktur.
archive-get = Arşivi indir
archive-put = Arşivden yeni proje
archive-from = Bir arşivden
archive-put-hint = Bir projenin arşivi olarak indirilmiş dosya ya da Trello’dan JSON olarak alınmış bir pano. Herhangi bir şey oluşturulmadan önce içinde ne olduğunu görürsünüz.
archive-file = Arşiv dosyası
archive-limit = En çok { $size } MB. Daha büyükleri komut satırından alınır: kanso project import
archive-look = İçinde ne olduğunu gör
archive-of = { $date } tarihinde dışa aktarıldı
archive-tasks = Görevler
archive-events = Geçmişindeki olaylar
archive-people = Burada kim kimdir
archive-whole = Hepsi alınabilir.
archive-left = Başka türlü alınanlar
archive-gone = Bu dosya artık beklemiyor. Yeniden gönderin.
archive-left-person = { $name } kişisinin burada hesabı yok: görevleri kimsenin olmayacak, adı metinlerine eklenecek.
archive-left-group = Burada “{ $name }” grubu yok.
archive-left-label = Burada “{ $name }” bağlantı adı yok: bu adı taşıyan bağlantılar alınmaz.
archive-left-tag = “{ $name }” etiketi projenin kendi etiketi olur.
archive-left-taken = “{ $name }” başka bir projeye ait ve onda kalır.
archive-left-files = { $n ->
    [one] { $shown } dosya daha önce kaybolmuştu, alınmıyor.
   *[other] { $shown } dosya daha önce kaybolmuştu, alınmıyor.
}
archive-left-elsewhere = { $n ->
    [one] { $shown } kayıt başka projeleri gösteriyordu ve orada kaldı.
   *[other] { $shown } kayıt başka projeleri gösteriyordu ve orada kaldı.
}
archive-left-endpoints = { $n ->
    [one] { $shown } webhook kapalı olarak, gizli bilgileri ve adresinin kalanı olmadan gelir.
   *[other] { $shown } webhook kapalı olarak, gizli bilgileri ve adreslerinin kalanı olmadan gelir.
}
archive-fault-none = Bu bir proje arşivi değil ya da eksik.
archive-fault-version = Biçimin { $version } sürümü burada bilinmiyor. Daha yeni bir Kanso yazmış.
archive-fault-damaged = Arşiv bozuk: { $place }
archive-fault-content = Arşiv eksik: “{ $name }” dosyasının içeriği yok.
archive-fault-large = Arşiv açıldığında çok fazla yer tutuyor.
