//! What people write in mails: their own words among what mail programs put around them.

mod attribution;
mod own_words;
mod subject;

pub use own_words::own_words;
pub use subject::bare_subject;
