//! What does not fit together is refused, in words that name the setting.

use kanso_core::Clock;

use super::*;
use crate::cli::{Options, ServeOptions};
use crate::config::Config;

fn opened(trusted: &str, said: SignInOptions) -> Result<SignOn, String> {
    let options = ServeOptions {
        trusted_proxies: Some(trusted.parse().unwrap()),
        sign_in: said,
        ..ServeOptions::default()
    };
    let config = Config::read(Options::default()).unwrap().for_server(options);
    open(&config, &Clock::manual(0)).map_err(|error| format!("{error:#}"))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn ldap() -> SignInOptions {
    SignInOptions { ldap_url: some("ldaps://a.example"), ldap_base: some("dc=a"), ..SignInOptions::default() }
}

#[test]
fn nothing_said_changes_nothing() {
    let sign_on = opened("", SignInOptions::default()).unwrap();
    assert!(sign_on.directory.is_none() && sign_on.proxy.is_none() && sign_on.provider.is_none());
    assert!(!sign_on.hides_passwords);
}

#[test]
fn what_does_not_fit_together_is_refused_by_name() {
    let none = SignInOptions::default;
    let user = || SignInOptions { proxy_user_header: some("Remote-User"), ..none() };
    let oidc = || SignInOptions { oidc_issuer: some("https://id.example"), ..none() };
    for (trusted, said, words) in [
        ("", user(), "KANSO_TRUSTED_PROXIES"),
        ("0.0.0.0/0", user(), "every address"),
        (
            "10.0.0.1",
            SignInOptions { proxy_user_header: some("Remote User"), ..none() },
            "no name of a header",
        ),
        (
            "10.0.0.1",
            SignInOptions { proxy_email_header: some("Remote-Email"), ..none() },
            "KANSO_PROXY_USER_HEADER",
        ),
        ("", SignInOptions { hide_passwords: Some(true), ..none() }, "KANSO_HIDE_PASSWORDS"),
        ("", SignInOptions { hide_passwords: Some(true), ..ldap() }, "KANSO_HIDE_PASSWORDS"),
        (
            "10.0.0.1",
            SignInOptions { proxy_logout_url: some("javascript:alert(1)"), ..user() },
            "KANSO_PROXY_LOGOUT_URL",
        ),
        ("", oidc(), "KANSO_OIDC_CLIENT_ID"),
        ("", SignInOptions { oidc_client_id: some("kanso"), ..none() }, "KANSO_OIDC_ISSUER"),
        (
            "",
            SignInOptions { oidc_issuer: some("id.example"), oidc_client_id: some("k"), ..none() },
            "KANSO_OIDC_ISSUER",
        ),
        ("", SignInOptions { ldap_base: some("dc=a"), ..none() }, "KANSO_LDAP_URL"),
        ("", SignInOptions { ldap_base: None, ..ldap() }, "KANSO_LDAP_BASE"),
        ("", SignInOptions { ldap_ca: some("/nowhere.pem"), ..ldap() }, "KANSO_LDAP_CA"),
        ("", SignInOptions { ldap_bind_dn: some("cn=k"), ..ldap() }, "KANSO_LDAP_BIND_PASSWORD"),
        ("", SignInOptions { ldap_bind_password: some("p"), ..ldap() }, "KANSO_LDAP_BIND_DN"),
        (
            "",
            SignInOptions { ldap_user_dn: some("uid=%s"), ldap_bind_dn: some("cn=k"), ..ldap() },
            "choose one",
        ),
        ("", SignInOptions { ldap_filter: some("(uid=me)"), ..ldap() }, "KANSO_LDAP_FILTER"),
    ] {
        let refused = opened(trusted, said).err().unwrap_or_default();
        assert!(refused.contains(words), "{words}: {refused:?}");
    }
}

#[test]
fn names_are_told_apart_by_what_they_hold_themselves() {
    let said = SignInOptions {
        ldap_admin_groups: some("cn=a,dc=b ; cn=c,dc=b;"),
        proxy_user_header: some("X-User"),
        proxy_admins: some("ada, bob"),
        ..ldap()
    };
    let sign_on = opened("10.0.0.1", said).unwrap();
    let administrators = sign_on.directory.unwrap().admission.groups.administrators;
    assert_eq!(administrators, ["cn=a,dc=b", "cn=c,dc=b"]);
    assert_eq!(sign_on.proxy.unwrap().administrators, ["ada", "bob"]);
}
