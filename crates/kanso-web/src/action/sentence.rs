//! An automatic action in one sentence.

mod condition;
mod effect;
mod occasion;

use std::cell::Cell;

use kanso_core::action::{Action, Params};
use kanso_domain::{Rule, Trigger};

use super::names::Names;
use crate::page::Page;

pub(super) use occasion::occasion;

/// What an automatic action does and when, in words.
pub(crate) struct Sentence {
    pub(crate) text: String,
    /// Whether it names something that is not there.
    pub(crate) is_broken: bool,
}

/// Who puts an action into words.
struct Speaker<'a> {
    page: &'a Page,
    names: &'a Names,
    /// `None` leaves open what the action names.
    params: Option<&'a Params>,
    is_broken: Cell<bool>,
}

impl Sentence {
    /// The sentence of an action of the project that the names are of.
    pub(super) fn of(page: &Page, names: &Names, action: &Action) -> Self {
        match (Rule::parse(&action.action_name), Trigger::parse(&action.event_name)) {
            (Some(rule), Some(trigger)) => Self::say(page, names, rule, trigger, Some(&action.params)),
            _ => Self { text: action.action_name.clone(), is_broken: true },
        }
    }

    /// The sentence of what an action could do, with dots for what it names.
    pub(super) fn open(page: &Page, names: &Names, rule: Rule, trigger: Trigger) -> String {
        Self::say(page, names, rule, trigger, None).text
    }

    fn say(page: &Page, names: &Names, rule: Rule, trigger: Trigger, params: Option<&Params>) -> Self {
        let speaker = Speaker { page, names, params, is_broken: Cell::new(false) };
        let (when, then) = (speaker.occasion(rule, trigger), speaker.effect(rule));
        let both = |first: String, second: String| {
            page.locale.with("rule-if-both", &[("first", &first), ("second", &second)])
        };
        let text = match speaker.conditions(rule, trigger).into_iter().reduce(both) {
            None => page.locale.with("rule-sentence", &[("when", &when), ("then", &then)]),
            Some(condition) => {
                page.locale.with("rule-sentence-if", &[("when", &when), ("if", &condition), ("then", &then)])
            }
        };
        Self { text, is_broken: speaker.is_broken.get() }
    }
}

impl Speaker<'_> {
    fn say(&self, key: &str, name: &'static str, parameter: &str) -> String {
        self.page.say(key, name, self.value(parameter))
    }

    /// What people call the value of a parameter.
    fn value(&self, parameter: &str) -> String {
        let Some(params) = self.params else { return "…".to_owned() };
        let value = params.0.get(parameter).map(String::as_str).unwrap_or_default();
        let Some(choices) = self.names.named_by(parameter) else { return value.to_owned() };
        let found = choices.iter().find(|(id, _)| id == value);
        match found {
            Some((_, name)) => name.clone(),
            None if parameter == "user_id" && value == "0" => self.page.text("nobody"),
            None if parameter == "category_id" && value == "0" => self.page.text("none"),
            None => {
                self.is_broken.set(true);
                self.page.text("rule-gone")
            }
        }
    }

    /// So many days, as a parameter says.
    fn days(&self, key: &str) -> String {
        let days = match self.params {
            None => self.page.text("rule-some-days"),
            Some(_) => self.page.count("days", self.value("duration").parse::<i64>().unwrap_or_default()),
        };
        self.page.say(key, "days", days)
    }
}
