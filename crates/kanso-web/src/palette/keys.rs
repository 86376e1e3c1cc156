//! The list of keys.

use askama::Template;
use axum::response::Response;

use crate::fault::Fault;
use crate::page::Page;
use crate::reader::{Reader, Wants};
use crate::respond;

/// Keys that work at one place: what it is called, and each with what it does.
type Group = (String, Vec<(Vec<String>, String)>);

#[derive(Template)]
#[template(path = "palette/keys.html")]
struct KeysFragment<'a> {
    page: &'a Page,
    groups: Vec<Group>,
}

#[derive(Template)]
#[template(path = "palette/keys_page.html")]
struct KeysPage<'a> {
    page: &'a Page,
    section: &'a str,
    groups: Vec<Group>,
}

/// `GET /keys`
pub(crate) async fn show(reader: Reader) -> Result<Response, Fault> {
    let page = &reader.page;
    let groups = groups(page);
    match reader.wants {
        Wants::Page => respond::page(&KeysPage { page, section: "", groups }),
        Wants::Fragment | Wants::Data => respond::page(&KeysFragment { page, groups }),
    }
}

fn groups(page: &Page) -> Vec<Group> {
    let space = page.text("keys-space");
    let line = |keys: &[&str], words: &str| {
        let named = |key: &&str| if *key == " " { space.clone() } else { (*key).to_owned() };
        (keys.iter().map(named).collect(), page.text(words))
    };
    let everywhere = vec![
        line(&["Ctrl", "K"], "keys-palette"),
        line(&["b"], "keys-projects"),
        line(&["f"], "keys-filter"),
        line(&["r"], "keys-reset"),
        line(&["v", "o"], "view-overview"),
        line(&["v", "b"], "view-board"),
        line(&["v", "l"], "view-list"),
        line(&["v", "c"], "view-calendar"),
        line(&["Ctrl", "Enter"], "keys-save"),
        line(&["Ctrl", "Z"], "keys-undo"),
        line(&["?"], "keys-help"),
    ];
    let board = vec![
        line(&["←", "↑", "↓", "→"], "keys-walk"),
        line(&["Enter"], "keys-open"),
        line(&[" ", "m"], "keys-pick-up"),
        line(&["Esc"], "keys-cancel"),
        line(&["n"], "keys-add"),
        line(&["e"], "keys-edit"),
        line(&["."], "keys-menu"),
        line(&["x"], "keys-select"),
        line(&["s"], "keys-collapse"),
        line(&["c"], "keys-compact"),
    ];
    vec![(page.text("keys-everywhere"), everywhere), (page.text("keys-board"), board)]
}
