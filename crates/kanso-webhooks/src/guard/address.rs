//! Which addresses are those of a public server.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::Reach;

/// A block of addresses that no public server has, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What such an address is, with its article.
    pub words: &'static str,
    /// Whether allowing private networks opens it.
    pub is_private: bool,
}

const fn private(words: &'static str) -> Rule {
    Rule { words, is_private: true }
}

const fn never(words: &'static str) -> Rule {
    Rule { words, is_private: false }
}

type Block<A> = (A, u32, Rule);

/// The special blocks of IPv4; the first that holds an address names it.
const V4: &[Block<Ipv4Addr>] = &[
    (Ipv4Addr::new(0, 0, 0, 0), 8, never("an unspecified address")),
    (Ipv4Addr::new(10, 0, 0, 0), 8, private("a private address")),
    (Ipv4Addr::new(100, 64, 0, 0), 10, private("an address behind carrier-grade NAT")),
    (Ipv4Addr::new(127, 0, 0, 0), 8, private("a loopback address")),
    // Machines in a cloud find their credentials at one of these, so nothing opens them.
    (Ipv4Addr::new(169, 254, 0, 0), 16, never("a link-local address")),
    (Ipv4Addr::new(168, 63, 129, 16), 32, never("the address of Azure's machine service")),
    (Ipv4Addr::new(172, 16, 0, 0), 12, private("a private address")),
    (Ipv4Addr::new(192, 0, 0, 0), 24, never("an address reserved for protocols")),
    (Ipv4Addr::new(192, 0, 2, 0), 24, never("an address for documentation")),
    (Ipv4Addr::new(192, 88, 99, 0), 24, never("a 6to4 relay address")),
    (Ipv4Addr::new(192, 168, 0, 0), 16, private("a private address")),
    (Ipv4Addr::new(198, 18, 0, 0), 15, never("an address for benchmarks")),
    (Ipv4Addr::new(198, 51, 100, 0), 24, never("an address for documentation")),
    (Ipv4Addr::new(203, 0, 113, 0), 24, never("an address for documentation")),
    (Ipv4Addr::new(224, 0, 0, 0), 4, never("a multicast address")),
    (Ipv4Addr::BROADCAST, 32, never("the broadcast address")),
    (Ipv4Addr::new(240, 0, 0, 0), 4, never("a reserved address")),
];

/// The special blocks of IPv6. What is in none of them must be in [`GLOBAL_V6`].
const V6: &[Block<Ipv6Addr>] = &[
    (Ipv6Addr::UNSPECIFIED, 128, never("an unspecified address")),
    (Ipv6Addr::LOCALHOST, 128, private("a loopback address")),
    (Ipv6Addr::UNSPECIFIED, 96, never("an IPv4-compatible address")),
    (v6(0, 0, 0, 0, 0xffff, 0), 96, never("an IPv4-translated address")),
    (v6(0x64, 0xff9b, 1, 0, 0, 0), 48, never("a local NAT64 address")),
    (v6(0x100, 0, 0, 0, 0, 0), 64, never("a discard address")),
    (v6(0x100, 0, 0, 1, 0, 0), 64, never("a dummy address")),
    (v6(0x2001, 0, 0, 0, 0, 0), 32, never("a Teredo address")),
    (v6(0x2001, 2, 0, 0, 0, 0), 48, never("an address for benchmarks")),
    (v6(0x2001, 0xdb8, 0, 0, 0, 0), 32, never("an address for documentation")),
    (v6(0x2001, 0, 0, 0, 0, 0), 23, never("an address reserved for protocols")),
    (v6(0x2002, 0, 0, 0, 0, 0), 16, never("a 6to4 address")),
    (v6(0x3fff, 0, 0, 0, 0, 0), 20, never("an address for documentation")),
    (v6(0x5f00, 0, 0, 0, 0, 0), 16, never("a segment routing address")),
    (v6(0xfc00, 0, 0, 0, 0, 0), 7, private("a unique local address")),
    (v6(0xfe80, 0, 0, 0, 0, 0), 10, never("a link-local address")),
    (v6(0xfec0, 0, 0, 0, 0, 0), 10, private("a site-local address")),
    (v6(0xff00, 0, 0, 0, 0, 0), 8, never("a multicast address")),
];

/// All that is given to public networks so far.
const GLOBAL_V6: (Ipv6Addr, u32) = (v6(0x2000, 0, 0, 0, 0, 0), 3);

/// An IPv4 address in an IPv6 one that leads to it: mapped, and the well-known prefix of NAT64, through which
/// networks without IPv4 reach every IPv4 server.
const EMBEDDED: [(Ipv6Addr, u32); 2] = [(v6(0, 0, 0, 0, 0, 0xffff), 96), (v6(0x64, 0xff9b, 0, 0, 0, 0), 96)];

const fn v6(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16) -> Ipv6Addr {
    Ipv6Addr::new(a, b, c, d, e, f, 0, 0)
}

/// Says which rule forbids to connect to `address`, if one does.
pub(super) fn forbids(address: IpAddr, reach: Reach) -> Option<Rule> {
    rule(address).filter(|rule| !(rule.is_private && reach.private_networks))
}

/// What special block an address is in.
fn rule(address: IpAddr) -> Option<Rule> {
    match address {
        IpAddr::V4(address) => rule_v4(address),
        IpAddr::V6(address) => match embedded(address) {
            Some(inner) => rule_v4(inner),
            None => rule_v6(address),
        },
    }
}

fn rule_v4(address: Ipv4Addr) -> Option<Rule> {
    let is_in = |net: Ipv4Addr, length: u32| (address.to_bits() ^ net.to_bits()) >> (32 - length) == 0;
    V4.iter().find(|(net, length, _)| is_in(*net, *length)).map(|(_, _, rule)| *rule)
}

fn rule_v6(address: Ipv6Addr) -> Option<Rule> {
    let special = V6.iter().find(|(net, length, _)| is_in(address, *net, *length));
    if let Some((_, _, rule)) = special {
        return Some(*rule);
    }
    // ISATAP: a tunnel to the IPv4 address in the last 32 bits, under any prefix.
    if matches!(address.segments(), [_, _, _, _, 0 | 0x200, 0x5efe, _, _]) {
        return Some(never("an ISATAP address"));
    }
    (!is_in(address, GLOBAL_V6.0, GLOBAL_V6.1)).then_some(never("not a public address"))
}

fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let [.., a, b, c, d] = address.octets();
    let holds = EMBEDDED.iter().any(|(net, length)| is_in(address, *net, *length));
    holds.then(|| Ipv4Addr::new(a, b, c, d))
}

fn is_in(address: Ipv6Addr, net: Ipv6Addr, length: u32) -> bool {
    (address.to_bits() ^ net.to_bits()) >> (128 - length) == 0
}

#[cfg(test)]
mod tests;
