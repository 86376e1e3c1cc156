//! JSON-RPC 2.0 as text, and values as Kanboard's clients send them.
//!
//! Whatever bytes arrive, reading them answers: `request.rs` reads calls and writes responses, `fault.rs` is what an
//! error looks like, `lenient.rs` reads parameters. Neither a server nor a procedure is known here, which is what lets
//! a fuzzer be built from little more than this.

mod fault;
pub mod lenient;
pub mod request;

pub use fault::Fault;
