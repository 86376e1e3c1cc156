# Her sayfanın paylaştığı metinler.
skip-to-content = İçeriğe geç
main-menu = Ana menü
my-projects = Projelerim
webhooks = Webhook’lar
account-of = { $name } hesabı
theme = Tema
theme-auto = Otomatik
theme-light = Açık
theme-dark = Koyu
sign-in = Giriş yap
sign-out = Çıkış yap
username = Kullanıcı adı
password = Parola
save = Kaydet
saved = Kaydedildi
cancel = İptal
close = Kapat
edit = Düzenle
remove = Kaldır
copy = Kopyala
copied = Kopyalandı
pages = Sayfalar
newer = Daha yeni
older = Daha eski

# Tarihler.
date-day = { $day } { $month }
date-year = { $day } { $month } { $year }
date-moment = { $date } { $time }
month-1 = Oca
month-2 = Şub
month-3 = Mar
month-4 = Nis
month-5 = May
month-6 = Haz
month-7 = Tem
month-8 = Ağu
month-9 = Eyl
month-10 = Eki
month-11 = Kas
month-12 = Ara

# Giriş.
sign-in-wrong = Bu kullanıcı adı ile parola birbirini tutmuyor. Altı yanlış paroladan sonra hesap 15 dakika kilitlenir.
sign-in-shut-out = Adresinizden çok fazla yanlış parola geldi. Bu adres 15 dakika kapalı; sonra yeniden deneyin.
remember-stolen = Başka bir tarayıcı, sizinkinin hatırladığını getirdi. Biri kopyalamış olabilir; bu giriş her yerde sonlandırıldı. Giriş yapın, nedenini bilmiyorsanız parolanızı değiştirin.
sign-in-with = { $name } ile giriş yap
sign-in-elsewhere = Burada kimse parolayla giriş yapmaz. Giriş yolunu bu kurulumu yürütenlere sorun.
sign-in-directory-away = Parolanızı bilen dizin yanıt vermiyor. Birazdan yeniden deneyin; parolası burada tutulan hesaplar giriş yapabilir.
sign-in-provider-away = Size kefil olan sağlayıcı yanıt vermiyor ya da söylediğine inanılamıyor. Birazdan yeniden deneyin; ayrıntısı bu sunucunun günlüğünde.
sign-in-no-answer = Sağlayıcının bu yanıtı daha önce kullanıldı, çok eski ya da başka bir tarayıcı içindi. Yeniden giriş yapın.
sign-in-refused-there = Sağlayıcı girişinize izin vermedi ya da geri döndünüz.
password-elsewhere = Bu hesabın parolası başka yerde tutuluyor; orada değiştirin.
denied-no-account = Tanınıyorsunuz ama burada hesabınız yok. Bir yöneticiden isteyin.
denied-disabled = Buradaki hesabınız kapatılmış. Bir yöneticiye başvurun.
denied-no-group = Buraya girebilen grupların hiçbirinde değilsiniz. Gruplarınızı yönetene başvurun.
denied-name-taken = Kullanıcı adınızı taşıyan hesabın kendi parolası var ya da hesap başkasının. Bir yöneticiye başvurun.
denied-no-name = Sizinle birlikte burada kullanılabilecek bir kullanıcı adı gelmedi. Bu kurulumu yürütene başvurun.
denied-domain = E-posta adresiniz doğrulanmamış ya da buraya girebilen alan adlarının hiçbirinde değil.
denied-several-accounts = Burada birkaç hesabın e-posta adresi sizinkiyle aynı; hiçbiri kesin olarak sizin değil. Bir yöneticiye başvurun.
signed-out-title = Çıkış yaptınız
signed-out-there = Giriş yaptığınız yere gönderiliyorsunuz; oradan da çıkacaksınız.
signed-out-here = Size kefil olan yerde oturumunuz hâlâ açık olabilir.

# Projeler.
new-project = Yeni proje
project-name = Ad
project-name-hint = Pano şu sütunlarla başlar: { $columns }.
project-kind = Kim çalışacak
project-team = Bir ekip
project-team-hint = Başkalarını davet edip onlara rol verebilirsiniz.
project-personal = Yalnızca ben
project-personal-hint = Kişisel projenin tek üyesi vardır: siz.
project-create = Projeyi oluştur
projects-empty-title = Henüz proje yok
projects-empty = Bir proje bir pano içerir. İlkini oluşturun ya da bir yöneticiden sizi mevcut bir projeye eklemesini isteyin.
tasks-open = { $n ->
    [one] { $shown } açık görev
   *[other] { $shown } açık görev
}

# Bir şey yapılamadığında.
fault-403-title = Buna izniniz yok
fault-403 = Rolünüz buna izin vermiyor. Projenin bir yöneticisine ya da sistem yöneticisine sorun.
fault-404-title = Burada bir şey yok
fault-404 = Kaldırılmış ya da üyesi olmadığınız bir projeye ait.
fault-405-title = Bu adres bir sayfa değil
fault-405 = Yalnızca bir formun gönderdiğini alır. Geri dönüp formu kullanın.
fault-409-title = Bu durumda yapılamaz
fault-form = Formda bir alan eksik ya da okunamıyor. Geri dönüp girdiklerinizi denetleyin.
fault-413-title = Bu çok fazla
fault-413 = Gönderilen, sunucunun kabul ettiğinden büyük. Kısaltıp yeniden deneyin.
fault-422-title = Bir şey doğru değil
fault-500-title = Burada bir şeyler ters gitti
fault-500 = Sizin hatanız değil ve hiçbir şey değişmedi. Yeniden deneyin; sürerse sistem yöneticinize bu numarayı verin:
fault-503-title = Sunucu meşgul
fault-503 = Hiçbir şey değişmedi. Biraz bekleyip yeniden deneyin.
fault-csrf = Bu sayfa çok eski ya da form başka bir yerden gönderildi. Sayfayı yeniden açıp deneyin.
fault-request = İstek
fault-missing = { $field } gerekli.
fault-too-long = { $field } { $limit } karakterden uzun.
fault-too-short = { $field } { $limit } karakterden kısa.
fault-unknown = { $field }: seçeneklerden biri değil.
fault-unreadable = { $field } okunamıyor. Yazılışını denetleyin.
fault-taken = { $field }: bu ad kullanılıyor.
fault-starts-after-due = Başlangıç tarihi bitiş tarihinden sonra.
fault-not-assignable = Bu kişiye bu projenin görevleri verilemez.
fault-url = Bu adres kullanılamaz: { $reason }.
conflict-already-there = Zaten orada.
conflict-holds-tasks = İçinde hâlâ görev var.
conflict-already-member = Bu kişi zaten üye.
conflict-changed-meanwhile = Siz açtıktan sonra biri değiştirdi.
conflict-not-the-author = Bunu başkası yazdı.
conflict-switched-off = Ayarlar buna izin vermiyor.
conflict-nothing-to-send-to = Adres belirlenmemiş. Önce bir adres kaydedin.
conflict-content-missing = Bu dosyanın içeriği bulunamadı.

# Betiklerin söyledikleri.
offline = Sunucuya ulaşılamıyor. Bağlantınızı denetleyin.
signed-out = Oturumunuz kapandı. Giriş yapmak için sayfayı yeniden açın.
refused = Sunucu bunu reddetti.
fault-out-of-range = { $field }: { $range } olmalı.
fault-too-many = { $field }: en çok { $limit }.
fault-header = { $name } başlığı gönderilemez: { $reason }.
fault-template = Şablondan ileti çıkmıyor: { $reason }
fault-filter = Süzgeç okunamıyor: { $reason }
fault-event = { $name } adında bir olay yok.
conflict-of-settings = Bunu webhook ayarları belirler. Orada değiştirin.
conflict-recurs-already = Başına bir şey geldiğinde zaten yineleniyor. Önce onu kapatın.
conflict-recurs-by-day = Takvim günlerinde yineleniyor. Önce onu sonlandırın.
conflict-already-running = Bu zaten sürüyor. Bitmesini bekleyin.
conflict-secrets-lost = Bu kurulumun gizli anahtarı, veritabanının kullanıldığı anahtar değil; bu yüzden hiçbir sır saklanamaz. Ne yapılacağını yönetici Webhook’lar altında bulur.
