//! What events are called outside: `evt_<id>_<salt>`.

use kanso_db::params;
use kanso_domain::EventId;

use crate::{App, Result};

/// What an event is called outside.
pub(crate) fn uid(event: EventId, salt: &str) -> String {
    format!("evt_{event}_{salt}")
}

/// The event that this is the name of, whatever its salt; also with the number of a further name behind it (`-2`), as
/// deliveries have it.
pub fn event_id(uid: &str) -> Option<EventId> {
    read(uid).map(|(id, _)| id)
}

/// The event of this installation that has this name; `None` for the name of any other.
#[crate::use_case]
pub async fn find_cause(app: &App, uid: &str) -> Result<Option<EventId>> {
    const SALT: &str = "SELECT salt FROM events WHERE id = $1";
    let Some((id, salt)) = read(uid) else { return Ok(None) };
    let known = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(String,)>(SALT, params![id.get()]).await?) }));
    Ok(known.await?.filter(|(known,)| known == salt).map(|_| id))
}

fn read(uid: &str) -> Option<(EventId, &str)> {
    let (id, salt) = uid.strip_prefix("evt_")?.split_once('_')?;
    let (salt, number) = salt.split_once('-').unwrap_or((salt, "2"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_salt = salt.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_number(id) && is_number(number) && is_salt).then(|| Some((id.parse().ok()?, salt)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reads_back_with_and_without_a_number() {
        let name = uid(12.into(), "00ff00ff");
        assert_eq!(event_id(&name), Some(12.into()));
        assert_eq!(event_id(&format!("{name}-2")), Some(12.into()));
    }

    #[test]
    fn what_is_no_name_is_none() {
        for odd in [
            "",
            "12",
            "evt_",
            "evt_12",
            "evt_x_00ff",
            "evt_-1_00ff",
            "evt_12_00ff-",
            "evt_12_zz",
            "evt_99999999999999999999_00",
        ] {
            assert_eq!(event_id(odd), None, "{odd}");
        }
    }
}
