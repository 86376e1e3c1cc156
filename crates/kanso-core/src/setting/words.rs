//! What a new board is named, in the language of the application. These are stored with the board, so they are no
//! texts of a page.

/// The columns of a new board, from left to right.
pub(super) fn columns(language: &str) -> [&'static str; 4] {
    match tag(language) {
        "fr" => ["En attente", "Prêt", "En cours", "Terminé"],
        "ru" => ["Очередь", "Готово к работе", "В работе", "Сделано"],
        "tr" => ["Bekleyenler", "Hazır", "Yapılıyor", "Bitti"],
        _ => ["Backlog", "Ready", "Work in progress", "Done"],
    }
}

/// The swimlane of a new board.
pub(super) fn swimlane(language: &str) -> &'static str {
    match tag(language) {
        "fr" => "Couloir par défaut",
        "ru" => "Основная дорожка",
        "tr" => "Varsayılan kulvar",
        _ => "Default swimlane",
    }
}

/// The language of a tag such as `fr_FR`.
fn tag(language: &str) -> &str {
    language.split(['_', '-']).next().unwrap_or_default()
}
