use axum::http::StatusCode;
use kanso_core::{Conflict, Fault as Reason, Kind, SignedIn};
use kanso_domain::{ApplicationRole, Limits, Permission};

use super::*;

fn person() -> Actor {
    Actor::User(SignedIn {
        id: 2.into(),
        username: "alice".to_owned(),
        name: None,
        role: ApplicationRole::User,
        limits: Limits::default(),
        zone: None,
    })
}

fn column_of_project() -> Procedure {
    let procedure = constant("getVersion", |_| "");
    Procedure { class: Class::Viewer(Kind::Column), missing: Missing::EmptyList, ..procedure }
}

fn told(actor: &Actor, error: Error) -> Result<String, Fault> {
    let told = column_of_project().tell(actor, Failure::Core(error))?;
    Ok(String::from_utf8(told).unwrap().replace(r#"{"jsonrpc":"2.0","result":"#, ""))
}

#[test]
fn a_person_is_not_told_what_is_not_there() {
    for kind in [Kind::Column, Kind::Project] {
        assert_eq!(told(&person(), Error::NotFound(kind)), Err(Fault::FORBIDDEN));
        assert_eq!(told(&Actor::Application, Error::NotFound(kind)), Ok("[]".to_owned()));
    }
    assert_eq!(told(&person(), Error::NotFound(Kind::Task)), Ok("[]".to_owned()), "not what was named");
    assert_eq!(told(&person(), Error::Forbidden(Permission::ManageProject)), Err(Fault::FORBIDDEN));
}

#[test]
fn refusals_are_false() {
    for error in [Error::Invalid(Reason::StartsAfterDue), Error::Conflict(Conflict::HoldsTasks)] {
        assert_eq!(told(&person(), error), Ok("false".to_owned()));
    }
}

#[test]
fn faults_of_the_server_keep_their_details() {
    let fault = told(&person(), Error::Stored("a secret".to_owned())).unwrap_err();
    let text = serde_json::to_string(&fault).unwrap();
    assert!(text.starts_with(r#"{"code":-32603,"message":"Internal error","data":"request "#), "{text}");
    assert!(!text.contains("secret"));
    assert_eq!(fault.status(), StatusCode::OK);
    let overloaded = told(&person(), Error::Overloaded).unwrap_err();
    assert_eq!(overloaded.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(!overloaded.ends_batch());
}

#[test]
fn the_application_role_is_asked_for_first() {
    let admits = |class: Class, actor: &Actor| class.admits(actor);
    assert!(!admits(Class::UserOnly, &Actor::Application) && admits(Class::UserOnly, &person()));
    assert!(!admits(Class::AppAdmin, &person()) && admits(Class::AppAdmin, &Actor::Application));
    assert!(!admits(Class::AppManager, &person()) && admits(Class::AppManager, &Actor::Application));
    assert!(admits(Class::Manager(Kind::Task), &person()), "the use case asks for the role in the project");
}
