//! Texts in the reader's language.
//!
//! Every text that people read is a message of `locales/<language>/*.ftl`, in Fluent. A message that a language
//! lacks is shown in English; a test keeps the languages complete.

use std::borrow::Borrow;
use std::fmt::Display;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Files;

/// One language and its texts.
pub(crate) struct Locale {
    /// The tag of the language, as `<html lang>` takes it.
    pub(crate) tag: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// The languages there are; the first is what others fall back to.
const TAGS: [&str; 4] = ["en", "fr", "ru", "tr"];
/// The same as accounts and settings store them, by their own names.
pub(crate) const LANGUAGES: [(&str, &str); 4] =
    [("en_US", "English"), ("fr_FR", "Français"), ("ru_RU", "Русский"), ("tr_TR", "Türkçe")];
/// Tags of languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 4] = ["ar", "fa", "he", "ur"];
/// Numbers that together take every plural form of every language.
const SAMPLES: [i64; 9] = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000];

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| TAGS.into_iter().map(Locale::load).collect());

impl Locale {
    /// The best of the languages there are: the account's own, else what the browser asks for, else the
    /// application's.
    pub(crate) fn choose(account: &str, accepts: &str, application: &str) -> &'static Self {
        let asked = accepts.split(',').map(|part| part.split(';').next().unwrap_or_default().trim());
        std::iter::once(account)
            .chain(asked)
            .chain(std::iter::once(application))
            .find_map(Self::find)
            .unwrap_or_else(Self::fallback)
    }

    /// The language of a tag such as `fr`, `fr-CA` or `fr_FR`.
    pub(crate) fn find(tag: &str) -> Option<&'static Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        LOCALES.iter().find(|locale| locale.tag == language)
    }

    /// English.
    pub(crate) fn fallback() -> &'static Self {
        &LOCALES[0]
    }

    /// Whether the language is written from right to left.
    pub(crate) fn is_right_to_left(&self) -> bool {
        RIGHT_TO_LEFT.contains(&self.tag)
    }

    /// A text.
    pub(crate) fn text(&self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// A text with one value in it.
    pub(crate) fn say(&self, key: &str, name: &'static str, value: impl Display) -> String {
        self.with(key, &[(name, &value)])
    }

    /// A text with values in it.
    pub(crate) fn with(&self, key: &str, values: &[(&'static str, &dyn Display)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, value.to_string());
        }
        self.format(key, &args)
    }

    /// A text about `n` things, in the right plural.
    pub(crate) fn count(&self, key: &str, n: impl Borrow<i64>) -> String {
        let n = *n.borrow();
        self.plural(key, n, group_digits(n))
    }

    /// Each plural form of a text, with a number that takes it, `{n}` standing for the number: scripts choose
    /// among them.
    pub(crate) fn plurals(&self, key: &str) -> Vec<(i64, String)> {
        SAMPLES.into_iter().map(|sample| (sample, self.plural(key, sample, "{n}".to_owned()))).collect()
    }

    /// The keys of all texts of this language.
    #[cfg(test)]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn plural(&self, key: &str, n: i64, shown: String) -> String {
        let mut args = FluentArgs::new();
        args.set("n", n);
        args.set("shown", shown);
        self.format(key, &args)
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let own = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = own else {
            let is_fallback = std::ptr::eq(self, Self::fallback());
            return if is_fallback { key.to_owned() } else { Self::fallback().format(key, args) };
        };
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
        if !faults.is_empty() {
            tracing::warn!(key, language = self.tag, ?faults, "a text could not be formatted in full");
        }
        text
    }

    fn load(tag: &'static str) -> Self {
        let language: LanguageIdentifier = tag.parse().expect("the tags above are tags of languages");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Marks around values would be read out, and be found in what people copy.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(number.value.to_string()),
            FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
        }));
        for path in Files::iter().filter(|path| path.starts_with(&format!("{tag}/"))) {
            let file = Files::get(&path).expect("the path was just listed");
            let source = String::from_utf8_lossy(&file.data).into_owned();
            let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, faults)| {
                tracing::error!(%path, ?faults, "a locale file has faults");
                partial
            });
            bundle.add_resource_overriding(resource);
        }
        Self { tag, bundle }
    }
}

/// A number in groups of three digits, set apart by narrow spaces that do not break.
fn group_digits(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut grouped = if n < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && digits.len() > 4 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests;
