# Başkalarının yaptıklarından haber verme: liste, seçimler ve e-postalar.
notifications-unread = Okunmamış
notifications-all = Tümü
notifications-choices = Nelerden haberim olsun
notifications-read-all = Tümünü okundu say
notifications-empty-title = Yeni bir şey yok
notifications-empty = Başkaları görevlerinizi değiştirdiğinde ya da sizi andığında burada okursunuz.
notifications-off = Hiçbir şeyden haber verilmesini istemediniz. Neleri duymak istediğinizi “Nelerden haberim olsun” altında seçin.
notification-overdue = Bu görevin bitmiş olması gerekirdi.
notification-mention = Sizden söz edildi
notification-open = Oku
application = Uygulama
notify-topics = Ne zaman
notify-topics-hint = Sizi @ad ile anan size her zaman ulaşır.
topic-task = Bir görev oluşturulduğunda, değiştiğinde, kapandığında, açıldığında ya da silindiğinde
topic-assignee = Bir görev başkasına verildiğinde
topic-move = Bir görev başka sütuna, kulvara ya da projeye geçtiğinde
topic-position = Bir görev sütununda yukarı ya da aşağı gittiğinde
topic-comment = Biri yorum yazdığında
topic-subtask = Bir alt görev değiştiğinde
topic-file = Bir dosya eklendiğinde ya da silindiğinde
topic-link = Görevler bağlandığında
notify-rhythm = E-posta ne sıklıkta
rhythm-now = Hemen
rhythm-hourly = Bir saattekilerin hepsi birlikte
rhythm-daily = Bir gündekilerin hepsi birlikte, sabah sekizde
notify-quiet = Şu saatler arasında e-posta yok
notify-quiet-hint = Kendi saat diliminizde. Bu arada olanlar sonra gelir. Hiç istemiyorsanız ikisini de boş bırakın.
quiet-from = Başlangıç
quiet-until = Bitiş
unsubscribe = Artık e-posta istemiyorum
unsubscribe-hint = Projelerinizde olanlar hakkında artık e-posta almayacaksınız. Sayfalardaki haberler olduğu gibi kalır; e-postaları profilinizden yeniden açabilirsiniz.
unsubscribed = Projelerinizde olanlar hakkında artık e-posta almıyorsunuz.
password-forgotten-mail = Kullanıcı adınızı girin. Hesabınızın e-posta adresi varsa yeni parola seçmek için bir bağlantı alırsınız; yoksa bir yönetici size verir.
password-asked-mail = Böyle bir hesap ve e-posta adresi varsa bağlantı yolda. Gelmezse bir yöneticiye sorun.
# E-postaların söyledikleri.
mail-news = { $n ->
    [one] { $shown } haber
   *[other] { $shown } haber
}
mail-overdue = { $n ->
    [one] { $shown } görev gecikti
   *[other] { $shown } görev gecikti
}
mail-overdue-hint = Şu görevlerinizin bitmiş olması gerekirdi:
mail-was-due = Bitiş tarihi: { $when }.
mail-mention = Sizden söz edildi:
mail-password = Yeni parola
mail-password-hint = Biri hesabınız için yeni bir parola istedi. Bu bağlantıyla seçebilirsiniz; bir gün içinde bir kez geçerlidir. İsteyen siz değilseniz bir şey yapmayın.
mail-invitation = Davetlisiniz
mail-invitation-hint = Kanso’da birlikte çalışmaya davetlisiniz. Bu bağlantıyla hesabınızı oluşturursunuz.
mail-footer = Kanso gönderdi, { $address }
# Yöneticilere e-postalara ne olduğunu gösteren sayfa.
mails = E-postalar
mails-empty-title = Henüz e-posta yok
mails-empty = Bekleyen e-postalar ve son 30 gündekiler, içerikleri olmadan burada listelenir.
mail-unset = Posta sunucusu ayarlanmamış, bu yüzden e-posta gönderilmiyor. Sunucuyu KANSO_SMTP_URL ile başlatın, örneğin smtp://ad:parola@sunucu:587?tls=required; son üç günün e-postaları o zaman gider.
mail-test = Bana deneme e-postası gönder
mail-test-no-address = Hesabınızın e-posta adresi yok.
mail-test-written = E-posta yolda. Ne olduğu aşağıda yazar.
mail-test-subject = Kanso’nun e-postaları geliyor
mail-waiting = Bekliyor
mail-late = Yeniden denenecek
mail-sent = Gönderildi
mail-dropped = Gönderilmedi
mail-failed = Başarısız
mail-retry = Şimdi dene
mail-attempts = { $n ->
    [one] { $shown } deneme
   *[other] { $shown } deneme
}
mail-kind-event = Haber
mail-kind-mention = Anma
mail-kind-overdue = Hatırlatma
mail-kind-action = Otomatik eylem
mail-kind-password = Parola
mail-kind-invitation = Davet
notification-rule = Bir kuraldan
mail-kind-refused = Reddedilen e-posta
mail-reply-hint = Yorum yazmak için bu e-postayı yanıtlayın.
mail-refused = E-postanız kabul edilmedi
mail-refused-hint = E-postanız şu nedenle ne bir görev ne de bir yorum oldu:
# Mails that come in.
mail-in = Gelen e-postalar
mail-in-unset = E-posta alınmıyor. E-postayla görev ve yorum oluşturmak için sunucuyu KANSO_MAIL_IN_URL ve KANSO_MAIL_IN_ADDRESS ile başlatın.
mail-in-looked = Son bakış: { $when }
mail-in-well = Her şey yolundaydı: { $when }
mail-in-never = Henüz bakılmadı.
mail-in-trouble = E-postalar gelmiyor:
mail-in-none = Henüz e-posta gelmedi. Son 30 günün e-postalarına ne olduğu burada listelenecek.
mail-in-untitled = (konu yok)
mail-in-state-task = Görev
mail-in-state-comment = Yorum
mail-in-state-refused = Reddedildi
mail-in-state-ignored = Yok sayıldı
mail-in-automatic = Bir program veya bir e-posta listesi gönderdi.
mail-in-unproven = E-posta sunucusu bu adresten geldiğini kanıtlayamadı.
mail-in-sender = Bu adres tam olarak bir etkin hesaba ait değil.
mail-in-address = Böyle bir görev veya proje yok ya da bu hesap onu göremez.
mail-in-rights = Bu hesap bu projede bunu yapamaz.
mail-in-several-tasks = Birden çok görevle ilgili bir e-postayı yanıtlıyor. Tek bir görevle ilgili bir e-postayı yanıtlayın veya görevin sayfasında yorum yapın.
mail-in-empty = İçinde bir şey yok: alıntılar ve imza olmadan ne metin ne de dosya kalıyor.
mail-in-too-large = Çok büyük.
mail-in-unreadable = Okunamıyor: çok fazla parçası veya dosyası var ya da bozuk.
mail-in-unacceptable = Yazılanlar kabul edilmedi.
