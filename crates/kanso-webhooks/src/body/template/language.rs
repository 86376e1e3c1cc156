//! How much of Jinja's language a template may use: what writes values, chooses and repeats.
//!
//! Variables, macros and captured blocks are left out: with them a text can double at each step, and a few dozen
//! steps fill any memory.

use minijinja::machinery::{Token, WhitespaceConfig, tokenize};
use minijinja::syntax::SyntaxConfig;

use super::{LARGEST, words};

const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// How many times a template may put texts or lists together.
const MOST_SUMS: usize = 50;

/// Refuses what a template may not use, in words.
pub(super) fn check(template: &str) -> Result<(), String> {
    if template.len() > LARGEST {
        return Err(format!("it is longer than {} kB", LARGEST / 1024));
    }
    let (mut begins, mut sums) = (false, 0);
    for token in tokenize(template, false, SyntaxConfig, WhitespaceConfig::default()) {
        let (token, span) = token.map_err(|error| words(&error))?;
        let refuse = |what: &str| Err(format!("line {}: {what}", span.start_line));
        if let Token::Ident(name) = token
            && begins
            && !STATEMENTS.contains(&name)
        {
            return refuse(&format!("there is no {{% {name} %}} here, only if and for"));
        }
        if matches!(token, Token::Ident("recursive")) {
            return refuse("loops cannot be recursive here");
        }
        if matches!(token, Token::Mul | Token::Pow) {
            return refuse("nothing can be multiplied here");
        }
        sums += usize::from(matches!(token, Token::Plus | Token::Tilde));
        if sums > MOST_SUMS {
            return refuse("too much is put together with + and ~");
        }
        begins = matches!(token, Token::BlockStart);
    }
    Ok(())
}

/// Whether a template is one of JSON: what it begins with, but for its tags.
pub(super) fn is_json(template: &str) -> bool {
    let tokens = tokenize(template, false, SyntaxConfig, WhitespaceConfig::default());
    let texts = tokens.map_while(Result::ok).filter_map(|(token, _)| {
        if let Token::TemplateData(text) = token { Some(text.trim_start()) } else { None }
    });
    let Some(first) = texts.skip_while(|text| text.is_empty()).map(str::to_owned).next() else {
        return false;
    };
    match first.strip_prefix('[') {
        // "[News] …" is a text.
        Some(rest) => rest.trim_start().starts_with(['{', '[', '"']),
        None => first.starts_with('{'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lets_a_text_grow_is_refused() {
        for (template, why) in [
            ("{% set a = 'x' %}", "{% set %}"),
            ("\n{%- macro a() %}{% endmacro %}", "line 2: there is no {% macro %}"),
            ("{% filter upper %}x{% endfilter %}", "{% filter %}"),
            ("{{ 'x' * 100000 }}", "multiplied"),
            ("{% for a in b recursive %}{% endfor %}", "recursive"),
        ] {
            let refused = check(template).unwrap_err();
            assert!(refused.contains(why), "{refused}");
        }
        assert!(check(&format!("{{{{ {}1 }}}}", "1 + ".repeat(51))).is_err());
        assert!(check(&"x".repeat(LARGEST + 1)).is_err());
        assert_eq!(check("{# {% set %} #}{% if a and b %}{{ 'set' ~ c }} * {% endif %}"), Ok(()));
    }

    #[test]
    fn json_is_told_from_text() {
        for json in
            ["{\"a\": 1}", "{% if a %} {\"a\": 1}{% endif %}", "[\"a\"]", " [ {} ]", "{# c #} {{ a }}{"]
        {
            assert!(is_json(json), "{json}");
        }
        for text in ["[News] {{ a }}", "{{ a }}", "a {", "", "{{ a | tojson }}"] {
            assert!(!is_json(text), "{text}");
        }
    }
}
