//! Markdown that people wrote, as HTML that is safe to show.

mod boxes;

use std::fmt::Write;
use std::sync::LazyLock;

use ammonia::Builder;
use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, create_formatter, parse_document};
use kanso_domain::mark;

pub(crate) use boxes::boxes;

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener noreferrer nofollow"))
        .add_tags(["input"])
        .add_tag_attributes("input", ["checked", "disabled", "data-box", "aria-label"])
        .set_tag_attribute_value("input", "type", "checkbox")
        .add_allowed_classes("li", ["check"])
        .add_allowed_classes("span", ["mention"]);
    builder
});

create_formatter!(Formatter<usize>, {
    NodeValue::TaskItem(ref item) => |context, node, entering| {
        if entering {
            let (number, checked) = (context.user, if item.symbol.is_some() { " checked" } else { "" });
            context.user += 1;
            write!(context, "<li class=\"check\"><input type=\"checkbox\" data-box=\"{number}\"{checked} disabled aria-label=\"")?;
            context.escape(&boxes::label(node))?;
            context.write_str("\"> ")?;
        } else {
            context.write_str("</li>\n")?;
        }
    },
    NodeValue::Text(ref text) => |context, node, entering| {
        if entering {
            if is_in_link(node) {
                context.escape(text)?;
            } else {
                for piece in mark::pieces(text) {
                    match piece {
                        mark::Piece::Text(text) => context.escape(text)?,
                        mark::Piece::Task(number) => write!(context, "<a href=\"/task/{number}\">#{number}</a>")?,
                        mark::Piece::Person(name) => write!(context, "<span class=\"mention\">@{name}</span>")?,
                    }
                }
            }
        }
    },
});

/// The common Markdown with tables, strike-through, check lists and bare links; `#12` leads to a task, `@name` stands
/// out. Then only harmless elements and link schemes are left; HTML shows as it was typed.
pub(crate) fn render(source: &str) -> String {
    if source.is_empty() {
        return String::new();
    }
    let (arena, options, mut html) = (Arena::new(), options(), String::new());
    let root = parse_document(&arena, source, &options);
    // Writing into a text does not fail.
    let _ = Formatter::format_document(root, &options, &mut html, 0);
    SANITIZER.clean(&html).to_string()
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    // People press Enter and expect a new line.
    options.render.hardbreaks = true;
    options.render.escape = true;
    options
}

fn is_in_link(node: Node<'_>) -> bool {
    node.ancestors().any(|outer| matches!(outer.data().value, NodeValue::Link(_) | NodeValue::Image(_)))
}

#[cfg(test)]
mod tests;
