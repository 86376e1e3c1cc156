//! Whether a mail is from whom it says, as the receiving mail server found out (RFC 8601).

/// Whether this value of `Authentication-Results` is that of `authserv` and says that the address of `domain` was not
/// made up: DMARC passed, or SPF or DKIM did for the domain or one that it is in.
///
/// `None` when the value is not that server's.
pub(super) fn is_proven(value: &str, authserv: &str, domain: &str) -> Option<bool> {
    let value = without_comments(value);
    let mut parts = value.split(';');
    let server = parts.next()?.split_whitespace().next()?;
    if !server.eq_ignore_ascii_case(authserv) {
        return None;
    }
    Some(parts.any(|part| passes(part, domain)))
}

/// Whether one method passed, such as ` dkim=pass header.d=example.org`, for this domain.
fn passes(method: &str, domain: &str) -> bool {
    let mut words = method.split_whitespace().filter_map(|word| word.split_once('='));
    let Some((name, "pass")) = words.next() else { return false };
    // A version may stand after the name.
    let name = name.split('/').next().unwrap_or_default();
    let about = |properties: &[&str]| {
        let mut found = words.clone().filter(|(property, _)| properties.contains(property));
        found.next().map(|(_, value)| domain_of(value))
    };
    match name {
        "dmarc" => about(&["header.from"]).is_none_or(|named| named.eq_ignore_ascii_case(domain)),
        "dkim" => about(&["header.d", "header.i"]).is_some_and(|named| is_in(domain, &named)),
        "spf" => about(&["smtp.mailfrom"]).is_some_and(|named| is_in(domain, &named)),
        _ => false,
    }
}

/// The domain of a value, which may be an address.
fn domain_of(value: &str) -> String {
    let value = value.trim_matches('"');
    value.rsplit('@').next().unwrap_or_default().trim_matches(['<', '>', '.']).to_lowercase()
}

/// Whether a domain is this one or in it. One with no dot in it is nobody's.
fn is_in(domain: &str, other: &str) -> bool {
    let rest = domain.strip_suffix(other);
    other.contains('.') && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Without what stands in parentheses, however deep, but for those in quotation marks.
fn without_comments(value: &str) -> String {
    let (mut depth, mut is_quoted, mut is_escaped) = (0_usize, false, false);
    let mut kept = String::with_capacity(value.len());
    for c in value.chars() {
        if std::mem::take(&mut is_escaped) {
            continue;
        }
        match c {
            '\\' => is_escaped = true,
            '"' if depth == 0 => is_quoted = !is_quoted,
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth = depth.saturating_sub(1),
            // What is quoted is a reason in words, which must not pass for a result.
            ';' | '=' | ' ' if is_quoted => {}
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::is_proven;

    fn judged(value: &str) -> Option<bool> {
        is_proven(value, "mx.example.org", "example.org")
    }

    #[test]
    fn what_the_own_server_found_counts() {
        for passed in [
            "mx.example.org; dmarc=pass (p=reject dis=none) header.from=example.org",
            "mx.example.org; spf=fail smtp.mailfrom=x.test; dkim=pass header.d=example.org header.s=a",
            "MX.example.org 1; spf=pass (domain of ada@example.org) smtp.mailfrom=ada@example.org",
            "mx.example.org;\r\n\tdkim=pass reason=\"good; dkim=fail\" header.i=@example.org",
        ] {
            assert_eq!(judged(passed), Some(true), "{passed}");
        }
        assert_eq!(is_proven("m; dkim=pass header.d=example.org", "m", "mail.example.org"), Some(true));
    }

    #[test]
    fn what_is_about_another_domain_or_failed_does_not() {
        for failed in [
            "mx.example.org; none",
            "mx.example.org",
            "mx.example.org; dmarc=fail header.from=example.org",
            "mx.example.org; dmarc=pass header.from=evil.test",
            "mx.example.org; dkim=pass header.d=evil.test",
            "mx.example.org; dkim=pass header.d=evilexample.org",
            "mx.example.org; dkim=pass header.d=org",
            "mx.example.org; dkim=pass header.d=sub.example.org",
            "mx.example.org; dkim=pass",
            "mx.example.org; spf=pass smtp.helo=example.org",
            "mx.example.org; spf=fail (dmarc=pass; dmarc=pass header.from=example.org) smtp.mailfrom=a",
            "mx.example.org; spf=fail reason=\"; dmarc=pass header.from=example.org\"",
            "mx.example.org; arc=pass",
        ] {
            assert_eq!(judged(failed), Some(false), "{failed}");
        }
    }

    #[test]
    fn another_server_says_nothing() {
        for other in [
            "mx.evil.test; dmarc=pass header.from=example.org",
            "",
            ";",
            "mx.example.org.evil.test; dmarc=pass",
        ] {
            assert_eq!(judged(other), None, "{other}");
        }
    }
}
