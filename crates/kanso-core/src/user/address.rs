//! Wrong passwords by the address that they come from: who tries many accounts locks none of them.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv6Addr};

use parking_lot::Mutex;

use crate::App;

/// So many different wrong guesses shut an address out: a team behind one address mistypes fewer.
const GUESSES: usize = 30;
/// Within so many seconds; and for so long it stays shut out.
const SPAN: i64 = 15 * 60;
/// More addresses than this are not watched. The count of each account goes on without.
const MOST: usize = 100_000;

/// The wrong guesses of the last minutes, in memory only: strangers write no rows. Each server counts for itself.
pub(crate) struct Addresses {
    hasher: RandomState,
    known: Mutex<HashMap<IpAddr, Guesses>>,
}

struct Guesses {
    /// Hashes of the different ones: a program that repeats an old password guesses nothing.
    different: HashSet<u64>,
    /// Until when they count, in Unix seconds.
    until: i64,
}

/// Whether so many wrong passwords came from this address that even right ones are refused for a while.
pub fn is_shut_out(app: &App, from: Option<IpAddr>) -> bool {
    app.addresses().is_shut_out(from, app.clock().now())
}

/// Counts a wrong name or secret for the address that it came from.
pub fn note_wrong_guess(app: &App, from: Option<IpAddr>, username: &str, secret: &str) {
    app.addresses().note(from, username, secret, app.clock().now());
}

impl Addresses {
    pub(crate) fn new() -> Self {
        Self { hasher: RandomState::new(), known: Mutex::default() }
    }

    fn is_shut_out(&self, from: Option<IpAddr>, now: i64) -> bool {
        let Some(network) = from.and_then(network) else { return false };
        let known = self.known.lock();
        known.get(&network).is_some_and(|guesses| guesses.until > now && guesses.different.len() >= GUESSES)
    }

    fn note(&self, from: Option<IpAddr>, username: &str, secret: &str, now: i64) {
        let Some(network) = from.and_then(network) else { return };
        let guess = self.hasher.hash_one((username, secret));
        let mut known = self.known.lock();
        if known.len() >= MOST {
            known.retain(|_, guesses| guesses.until > now);
        }
        if known.len() >= MOST && !known.contains_key(&network) {
            return;
        }
        let new = || Guesses { different: HashSet::new(), until: now + SPAN };
        let guesses = known.entry(network).or_insert_with(new);
        if guesses.until <= now {
            *guesses = new();
        }
        if guesses.different.insert(guess) && guesses.different.len() == GUESSES {
            guesses.until = now + SPAN;
        }
    }
}

/// What is counted together: an address, or the network that one customer is given. This machine is not counted:
/// its address is that of a proxy that nobody named, behind which everybody would be shut out together.
fn network(from: IpAddr) -> Option<IpAddr> {
    let counted = match from.to_canonical() {
        IpAddr::V6(long) => IpAddr::V6(Ipv6Addr::from_bits(long.to_bits() >> 64 << 64)),
        short @ IpAddr::V4(_) => short,
    };
    (!from.to_canonical().is_loopback()).then_some(counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    fn guess_much(addresses: &Addresses, from: Option<IpAddr>, now: i64) {
        for number in 0..GUESSES {
            assert!(!addresses.is_shut_out(from, now), "{number}");
            addresses.note(from, "ada", &number.to_string(), now);
        }
    }

    #[test]
    fn many_guesses_shut_an_address_out_for_a_while() {
        let addresses = Addresses::new();
        let (from, other) = (address("203.0.113.7"), address("203.0.113.8"));
        guess_much(&addresses, from, 100);
        assert!(addresses.is_shut_out(from, 100 + SPAN - 1) && !addresses.is_shut_out(other, 100));
        assert!(addresses.is_shut_out(address("::ffff:203.0.113.7"), 100), "the same in another form");
        guess_much(&addresses, from, 100 + SPAN);
    }

    #[test]
    fn the_same_guess_again_is_no_new_one_and_old_ones_are_forgotten() {
        let addresses = Addresses::new();
        let from = address("203.0.113.7");
        for second in 0..200 {
            addresses.note(from, "robot", "old", second);
        }
        assert!(!addresses.is_shut_out(from, 200));
        for number in 0..200 {
            addresses.note(from, "ada", &number.to_string(), number * SPAN / 10);
            assert!(!addresses.is_shut_out(from, number * SPAN / 10));
        }
    }

    #[test]
    fn the_long_addresses_of_one_customer_count_together_and_this_machine_not_at_all() {
        let addresses = Addresses::new();
        for number in 0..GUESSES {
            addresses.note(address(&format!("2001:db8::{number:x}")), "ada", &number.to_string(), 1);
            addresses.note(address("127.0.0.1"), "ada", &number.to_string(), 1);
        }
        assert!(addresses.is_shut_out(address("2001:db8::ffff"), 1));
        assert!(!addresses.is_shut_out(address("2001:db8:0:1::1"), 1));
        assert!(!addresses.is_shut_out(address("127.0.0.1"), 1) && !addresses.is_shut_out(None, 1));
    }
}
