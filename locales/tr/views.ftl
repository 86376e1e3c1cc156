# Bir projenin görünümleri.
views = Projenin görünümleri
view-overview = Genel bakış
view-board = Pano
view-list = Liste
view-calendar = Takvim
view-settings = Ayarlar
