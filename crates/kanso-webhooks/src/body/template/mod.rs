//! Bodies by an endpoint's own template (Jinja's language), over the standard body.
//!
//! Whoever manages a project writes these, so they are kept small: [`language`] leaves out whatever lets a value
//! grow from step to step, filters refuse what becomes too long, fuel bounds the steps, and the output is cut off
//! where a body ends.
//!
//! In a template of JSON, what `{{ … }}` writes is escaped for the inside of a JSON text, so that no title of a
//! task breaks out of its quotation marks; `tojson` writes a whole value with its own.

mod check;
mod filter;
mod language;
mod output;

use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};

use self::output::Output;
use super::Error;

pub use check::check_template;

/// The largest template, in bytes.
const LARGEST: usize = 16 * 1024;

/// How many steps a template may take. One for people to read takes a few hundred.
const FUEL: u64 = 10_000;

/// What the template makes of a standard body.
pub(super) fn render(template: &str, body: &serde_json::Value) -> Result<String, Error> {
    make(template, body).map_err(Error::Template)
}

fn make(template: &str, body: &serde_json::Value) -> Result<String, String> {
    language::check(template)?;
    let environment = environment(template);
    let template = environment.template_from_str(template).map_err(|error| words(&error))?;
    let mut output = Output::default();
    let rendered = template.render_captured_to(Value::from_serialize(body), &mut output);
    match rendered {
        Ok(_) => output.into_text(),
        Err(_) if output.is_full() => Err(output::too_long()),
        Err(error) => Err(words(&error)),
    }
}

/// What a template can use. What no event has is refused when the template is saved; what an event has not is
/// empty when it is rendered.
fn environment(template: &str) -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_fuel(Some(FUEL));
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    filter::add_all(&mut environment);
    let is_json = language::is_json(template);
    environment.set_formatter(move |output, _, value| output::write(output, value, is_json));
    environment
}

/// What is wrong, and in which line.
fn words(error: &minijinja::Error) -> String {
    let what = match (error.kind(), error.detail()) {
        (ErrorKind::OutOfFuel, _) => "it takes too many steps".to_owned(),
        (ErrorKind::UnknownFilter, Some(detail)) => {
            format!("{detail}; there are {}", filter::NAMES.join(", "))
        }
        (_, Some(detail)) => detail.to_owned(),
        (kind, None) => kind.to_string(),
    };
    error.line().map_or_else(|| what.clone(), |line| format!("line {line}: {what}"))
}
