use proptest::prelude::*;

use super::*;
use crate::guard::{Guard, Refusal};

const CLOSED: Reach = Reach { private_networks: false };
const OPEN: Reach = Reach { private_networks: true };

fn words(address: &str, reach: Reach) -> &'static str {
    forbids(address.parse().unwrap(), reach).map_or("passes", |rule| rule.words)
}

/// Addresses at the edges of the blocks and in them, and what they are.
const CASES: &[(&str, &str)] = &[
    ("1.1.1.1", "passes"),
    ("9.255.255.255", "passes"),
    ("100.63.255.255", "passes"),
    ("100.128.0.1", "passes"),
    ("172.15.255.255", "passes"),
    ("172.32.0.1", "passes"),
    ("223.255.255.255", "passes"),
    ("0.0.0.0", "an unspecified address"),
    ("0.1.2.3", "an unspecified address"),
    ("10.0.0.1", "a private address"),
    ("100.64.0.1", "an address behind carrier-grade NAT"),
    ("127.0.0.1", "a loopback address"),
    ("127.255.255.254", "a loopback address"),
    ("169.254.169.254", "a link-local address"),
    ("168.63.129.16", "the address of Azure's machine service"),
    ("172.31.255.255", "a private address"),
    ("192.0.0.170", "an address reserved for protocols"),
    ("192.0.2.1", "an address for documentation"),
    ("192.88.99.1", "a 6to4 relay address"),
    ("192.168.0.1", "a private address"),
    ("198.19.255.255", "an address for benchmarks"),
    ("198.51.100.1", "an address for documentation"),
    ("203.0.113.1", "an address for documentation"),
    ("224.0.0.1", "a multicast address"),
    ("240.0.0.1", "a reserved address"),
    ("255.255.255.255", "the broadcast address"),
    ("2606:4700:4700::1111", "passes"),
    ("2001:200::1", "passes"),
    ("::ffff:1.1.1.1", "passes"),
    ("64:ff9b::1.1.1.1", "passes"),
    ("::", "an unspecified address"),
    ("::1", "a loopback address"),
    ("::127.0.0.1", "an IPv4-compatible address"),
    ("::1.1.1.1", "an IPv4-compatible address"),
    ("::ffff:127.0.0.1", "a loopback address"),
    ("::ffff:0:1.1.1.1", "an IPv4-translated address"),
    ("64:ff9b::10.0.0.1", "a private address"),
    ("64:ff9b:1::1.1.1.1", "a local NAT64 address"),
    ("100::1", "a discard address"),
    ("100:0:0:1::1", "a dummy address"),
    ("2001::1", "a Teredo address"),
    ("2001:2::1", "an address for benchmarks"),
    ("2001:10::1", "an address reserved for protocols"),
    ("2001:20::1", "an address reserved for protocols"),
    ("2001:db8::1", "an address for documentation"),
    ("2002:101:101::1", "a 6to4 address"),
    ("2606:4700::5efe:10.0.0.1", "an ISATAP address"),
    ("2606:4700::200:5efe:10.0.0.1", "an ISATAP address"),
    ("3fff::1", "an address for documentation"),
    ("4000::1", "not a public address"),
    ("5f00::1", "a segment routing address"),
    ("fc00::1", "a unique local address"),
    ("fd00:ec2::254", "a unique local address"),
    ("fe80::1", "a link-local address"),
    ("fec0::1", "a site-local address"),
    ("ff02::1", "a multicast address"),
];

#[test]
fn only_public_addresses_pass() {
    for (address, expected) in CASES {
        assert_eq!(words(address, CLOSED), *expected, "{address}");
    }
}

#[test]
fn allowing_private_networks_opens_these_only() {
    for address in
        ["127.0.0.1", "10.0.0.1", "100.64.0.1", "192.168.1.1", "::1", "fd00::1", "::ffff:10.0.0.1", "1.1.1.1"]
    {
        assert_eq!(words(address, OPEN), "passes", "{address}");
    }
    for address in ["169.254.169.254", "0.0.0.0", "224.0.0.1", "255.255.255.255", "fe80::1", "2002:a00:1::"] {
        assert_ne!(words(address, OPEN), "passes", "{address}");
    }
}

#[test]
fn no_way_of_writing_an_address_gets_around_the_rules() {
    let written = [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://2130706433/",
        "http://127.0.0.1./",
        "http://①②⑦.0.0.1/",
        "http://%31%32%37.0.0.1/",
        "http:\\\\127.0.0.1\\",
        "http:127.0.0.1",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://0/",
        "https://[fd00:ec2::254]/",
    ];
    for url in written {
        let judged = Guard::new(CLOSED).parse(url);
        assert!(matches!(judged, Err(Refusal::Forbidden { .. })), "{url}: {judged:?}");
    }
}

#[test]
fn refusals_say_what_is_wrong() {
    let said = |url: &str| Guard::new(CLOSED).parse(url).unwrap_err().to_string();
    assert_eq!(
        said("http://127.0.0.1:8080/hook"),
        "127.0.0.1 is a loopback address; set KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS=true to allow private networks"
    );
    assert_eq!(
        said("http://169.254.169.254/"),
        "169.254.169.254 is a link-local address; webhooks never go there"
    );
    assert_eq!(said("ftp://a.example/"), "webhooks go to http:// and https:// addresses only, not to ftp:");
    assert_eq!(said("a.example"), "this is not a web address: relative URL without a base");
    assert!(said("https://user:pass@a.example/").contains("user name or password"));
}

fn private_v4() -> impl Strategy<Value = Ipv4Addr> {
    let blocks: Vec<(u32, u32)> = V4.iter().map(|(net, length, _)| (net.to_bits(), *length)).collect();
    (proptest::sample::select(blocks), any::<u32>()).prop_map(|((net, length), host)| {
        let mask = u32::MAX.checked_shr(length).unwrap_or(0);
        Ipv4Addr::from_bits(net | (host & mask))
    })
}

proptest! {
    #[test]
    fn a_forbidden_ipv4_address_stays_forbidden_in_every_ipv6_form(inner in private_v4(), site: u16, teredo: u64) {
        let v4 = u128::from(inner.to_bits());
        let global = 0x2606_4700_u128 << 96 | u128::from(site) << 64;
        let forms = [
            v4,
            0xffff_u128 << 32 | v4,
            0xffff_u128 << 48 | v4,
            0x0064_ff9b_u128 << 96 | v4,
            0x0064_ff9b_0001_u128 << 80 | v4,
            0x2002_u128 << 112 | v4 << 80 | u128::from(site),
            0x2001_0000_u128 << 96 | v4 << 64,
            0x2001_0000_u128 << 96 | u128::from(teredo) << 32 | (v4 ^ 0xffff_ffff),
            global | 0x0000_5efe_u128 << 32 | v4,
            global | 0x0200_5efe_u128 << 32 | v4,
        ];
        prop_assert!(forbids(inner.into(), CLOSED).is_some());
        for form in forms {
            let address = Ipv6Addr::from_bits(form);
            prop_assert!(forbids(address.into(), CLOSED).is_some(), "{}", address);
        }
    }

    #[test]
    fn every_number_form_of_a_forbidden_address_is_refused(inner in private_v4()) {
        let bits = inner.to_bits();
        let [a, b, c, d] = inner.octets();
        let low = bits & 0x00ff_ffff;
        for host in [
            format!("{bits}"), format!("0x{bits:x}"), format!("0{bits:o}"), format!("0{a:o}.0x{b:X}.{c}.0{d:o}"),
            format!("{a}.{low}"), format!("0x{a:x}.0{low:o}"),
        ] {
            let judged = Guard::new(CLOSED).parse(&format!("http://{host}/"));
            prop_assert!(matches!(judged, Err(Refusal::Forbidden { .. })), "{}: {:?}", host, judged);
        }
    }

    #[test]
    fn no_address_passes_that_the_rules_do_not_know(bits: u128) {
        let address = Ipv6Addr::from_bits(bits);
        let passes = forbids(address.into(), CLOSED).is_none();
        prop_assert!(!passes || bits >> 125 == 1 || embedded(address).is_some());
    }
}
