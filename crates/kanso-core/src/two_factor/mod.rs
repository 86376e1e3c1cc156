//! The second factor: a code that a device makes from a shared secret and the time, once the password was right.

mod confirm;
mod recovery;
mod secret;
mod set_up;
mod switch_off;
mod verify;

pub use confirm::confirm_two_factor;
pub use recovery::{count_recovery_codes, renew_recovery_codes};
pub(crate) use secret::{is_readable, sealed};
pub use set_up::{Setup, set_up_two_factor};
pub(crate) use switch_off::switch_off_in;
pub use switch_off::{reset_two_factor, switch_off_two_factor};
pub use verify::{Verdict, verify_code};
