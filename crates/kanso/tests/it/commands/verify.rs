//! `kanso webhook verify`.

use kanso_core::Clock;
use kanso_testkit::{Database, Ended, Program};

use super::desk::PROGRAM;

/// The example of the specification.
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const TIMESTAMP: &str = "1614265330";
const BODY: &str = r#"{"test": 2432232314}"#;
const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

async fn verify(secret: &str, timestamp: &str, signature: &str, more: &[&str], body: &str) -> Ended {
    let database = Database::create().await;
    let headers = ["--id", ID, "--timestamp", timestamp, "--signature", signature];
    let arguments = [&["webhook", "verify", "--secret", secret], headers.as_slice(), more].concat();
    Program::try_run(PROGRAM, &database, &arguments, body).await
}

#[tokio::test]
async fn a_signature_is_valid_or_it_is_said_what_differs() {
    let any_age = ["--tolerance", "0"];
    let valid = verify(SECRET, TIMESTAMP, SIGNATURE, &any_age, BODY).await;
    assert_eq!((valid.code, valid.output.as_str()), (0, "The signature is valid."));

    let old = verify(SECRET, TIMESTAMP, SIGNATURE, &[], BODY).await;
    assert!(old.code == 1 && old.output.contains("s old, and 300 are allowed"), "{old:?}");
    let other = verify(SECRET, TIMESTAMP, SIGNATURE, &any_age, "{}").await;
    assert!(other.code == 1 && other.output.contains("cannot be told apart"), "{other:?}");
    let another = verify("whsec_AAAA", TIMESTAMP, SIGNATURE, &any_age, BODY).await;
    assert_eq!(another, other, "a wrong secret looks like a changed body");
    let unsigned = verify(SECRET, TIMESTAMP, "v1a,AAAA", &any_age, BODY).await;
    assert!(unsigned.code == 1 && unsigned.output.contains("no signature of the kind v1"), "{unsigned:?}");

    let ahead = (Clock::system().now() + 3600).to_string();
    let ahead = verify(SECRET, &ahead, SIGNATURE, &["--json"], BODY).await;
    assert!(ahead.code == 1 && ahead.output.contains(r#""signature_matches": false"#), "{ahead:?}");
    let no_key = verify("secret", TIMESTAMP, SIGNATURE, &any_age, BODY).await;
    assert!(no_key.code == 1 && no_key.error.contains("whsec_"), "{no_key:?}");
    let no_time = verify(SECRET, "now", SIGNATURE, &any_age, BODY).await;
    assert!(no_time.code == 1 && no_time.error.contains("Unix seconds"), "{no_time:?}");
}

#[tokio::test]
async fn the_body_can_be_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("body");
    std::fs::write(&file, BODY).unwrap();
    let more = [file.to_str().unwrap(), "--tolerance", "0"];
    assert_eq!(verify(SECRET, TIMESTAMP, SIGNATURE, &more, "not this").await.code, 0);
}
