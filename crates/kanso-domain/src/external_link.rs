//! Addresses that a task links to, and what each leads to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The longest address, in characters.
pub const URL: usize = 65_535;
/// The longest word for what the other thing is to the task, in characters.
pub const DEPENDENCY: usize = 100;

/// What an external link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// A file that is downloaded from the web.
    Attachment,
    /// A file that only some machines reach, such as `smb://server/plan.odt`.
    File,
    /// A page.
    Weblink,
}

/// Endings of addresses that are pages, not files.
const PAGES: [&str; 10] = ["html", "htm", "xhtml", "php", "jsp", "do", "action", "asp", "aspx", "cgi"];
/// Schemes that make a browser run what follows.
const DANGEROUS: [&str; 3] = ["javascript", "vbscript", "data"];

impl Provider {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Attachment, Self::File, Self::Weblink];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Attachment => "attachment",
            Self::File => "file",
            Self::Weblink => "weblink",
        }
    }

    /// The one with this stored name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == name)
    }

    /// The one whose addresses look like this; `None` for what is no address.
    pub fn of(url: &str) -> Option<Self> {
        let address = Address::read(url)?;
        if !address.begins_with("http") && !address.begins_with("ftp") {
            return Some(Self::File);
        }
        if !address.is_on_the_web() {
            return None;
        }
        let name = last_part(address.path);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let is_file = ending.is_some_and(|ending| !ending.is_empty() && !PAGES.contains(&ending.as_str()));
        Some(if is_file { Self::Attachment } else { Self::Weblink })
    }

    /// What a link is called that was given no title: the file's name, or where the page is. May be empty.
    pub fn title(self, url: &str) -> String {
        let Some(address) = Address::read(url) else { return String::new() };
        match self {
            Self::Attachment => last_part(address.path).to_owned(),
            Self::File => last_part(address.rest).to_owned(),
            Self::Weblink if is_private(address.host) => url.to_owned(),
            Self::Weblink => [address.host, address.path].concat(),
        }
    }
}

/// Whether `url` is an address that a browser can be sent to without harm.
pub fn is_address(url: &str) -> bool {
    Address::read(url).is_some()
}

/// An address taken apart. Only what follows `://` is divided; no part is decoded.
struct Address<'a> {
    scheme: &'a str,
    rest: &'a str,
    host: &'a str,
    path: &'a str,
}

impl<'a> Address<'a> {
    fn read(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        let is_dangerous = DANGEROUS.iter().any(|known| scheme.eq_ignore_ascii_case(known));
        if !is_scheme || is_dangerous || rest.is_empty() || url.contains(char::is_control) {
            return None;
        }
        let before_query = rest.split(['?', '#']).next().unwrap_or_default();
        let (authority, path) = before_query.split_at(before_query.find('/').unwrap_or(before_query.len()));
        let host = authority.rsplit('@').next().unwrap_or_default();
        // The colons inside of brackets belong to the host.
        let port = host.rfind(':').filter(|colon| !host[*colon..].contains(']'));
        Some(Self { scheme, rest, host: &host[..port.unwrap_or(host.len())], path })
    }

    fn begins_with(&self, prefix: &str) -> bool {
        self.scheme.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    }

    fn is_on_the_web(&self) -> bool {
        let is_known = ["http", "https"].iter().any(|known| self.scheme.eq_ignore_ascii_case(known));
        is_known && !self.host.is_empty() && !self.rest.contains(char::is_whitespace)
    }
}

fn last_part(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// Whether the host is this machine or its neighbours, as far as its name tells.
fn is_private(host: &str) -> bool {
    let name = host.trim_start_matches('[').trim_end_matches(']');
    match name.parse() {
        Ok(IpAddr::V4(ip)) => is_private_v4(ip),
        Ok(IpAddr::V6(ip)) => is_private_v6(ip),
        Err(_) => name.eq_ignore_ascii_case("localhost"),
    }
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified()
}

fn is_private_v6(ip: Ipv6Addr) -> bool {
    ip.is_loopback() || ip.is_unspecified() || ip.is_unique_local() || ip.is_unicast_link_local()
}

#[cfg(test)]
mod tests;
