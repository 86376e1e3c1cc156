//! What about a filter was hardly meant as it is written.

use kanso_domain::search::{Unreadable, check};

use crate::page::Page;
use crate::web::Web;

/// What is wrong with the filter, in words; nothing for one that can be meant so.
pub(crate) fn doubt(web: &Web, page: &Page, filter: &str) -> Option<String> {
    let checked = check(filter, &web.app.settings().date_input(), page.now);
    Some(match checked.err()? {
        Unreadable::Attribute(name) => page.say("filter-doubt-attribute", "name", name),
        Unreadable::Empty(name) => page.say("filter-doubt-empty", "name", name),
        Unreadable::Value(name, value) => {
            page.locale.with("filter-doubt-value", &[("name", &name), ("value", &value)])
        }
    })
}
