//! The ways in besides a password that is kept here, made of what the operator says.

mod way;

use std::sync::Arc;

use anyhow::{Context, bail, ensure};
use kanso_core::Clock;
use kanso_core::identity::{Admission, Directory, Issuer, Proxy, SignOn};
use kanso_domain::GroupRules;
use kanso_sign_in::{Bind, Ldap, LdapConfig, Oidc, OidcConfig};
use kanso_webhooks::{Reach, Sender};
use url::Url;

use crate::cli::SignInOptions;
use crate::config::ServerConfig;
use crate::proxies::{NamedBy, Networks};

/// The ways in, once all that is said of them fits together.
///
/// # Errors
///
/// What does not, in words for the operator.
pub(crate) fn open(config: &ServerConfig, clock: &Clock) -> anyhow::Result<SignOn> {
    let said = &config.sign_in;
    let sign_on = SignOn {
        directory: directory(said)?,
        proxy: named_by(said, &config.trusted_proxies)?.map(|_| proxy(said)),
        provider: provider(said, clock, config.allow_private_networks)?,
        hides_passwords: said.hide_passwords.unwrap_or(false),
    };
    let has_another = sign_on.proxy.is_some() || sign_on.provider.is_some();
    ensure!(
        has_another || !sign_on.hides_passwords,
        "KANSO_HIDE_PASSWORDS would let nobody in: it takes KANSO_OIDC_ISSUER or KANSO_PROXY_USER_HEADER"
    );
    Ok(sign_on)
}

/// The headers in which proxies name people, if they may.
pub(crate) fn named_by(said: &SignInOptions, trusted: &Networks) -> anyhow::Result<Option<NamedBy>> {
    let Some(user) = text(&said.proxy_user_header) else {
        let others = [&said.proxy_email_header, &said.proxy_name_header, &said.proxy_groups_header];
        ensure!(
            others.into_iter().all(|header| text(header).is_none()),
            "KANSO_PROXY_USER_HEADER is missing"
        );
        return Ok(None);
    };
    ensure!(
        !trusted.is_empty(),
        "KANSO_PROXY_USER_HEADER lets a proxy name who is signed in, so KANSO_TRUSTED_PROXIES must say which proxy that is"
    );
    ensure!(
        !trusted.is_everybody(),
        "KANSO_TRUSTED_PROXIES holds every address there is, so that anybody could sign in as anybody by \
         KANSO_PROXY_USER_HEADER: name the proxy alone"
    );
    let leaves = text(&said.proxy_logout_url);
    ensure!(
        leaves.is_none_or(|url| Url::parse(&url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))),
        "KANSO_PROXY_LOGOUT_URL is no web address: write https://auth.example.org/logout"
    );
    let header = |name: &str| name.parse().with_context(|| format!("{name} is no name of a header"));
    let other = |name: &Option<String>| text(name).map(|name| header(&name)).transpose();
    Ok(Some(NamedBy {
        user: header(&user)?,
        email: other(&said.proxy_email_header)?,
        name: other(&said.proxy_name_header)?,
        groups: other(&said.proxy_groups_header)?,
    }))
}

fn proxy(said: &SignInOptions) -> Proxy {
    let groups = groups(&said.proxy_admin_groups, &said.proxy_manager_groups, &said.proxy_user_groups);
    Proxy {
        admission: Admission { creates: said.proxy_create.unwrap_or(true), groups },
        administrators: list(&said.proxy_admins, ','),
        sign_out: text(&said.proxy_logout_url),
    }
}

fn directory(said: &SignInOptions) -> anyhow::Result<Option<Directory>> {
    let Some(url) = text(&said.ldap_url) else {
        ensure!(text(&said.ldap_base).is_none(), "KANSO_LDAP_BASE is of no use without KANSO_LDAP_URL");
        return Ok(None);
    };
    let or = |value: &Option<String>, default: &str| text(value).unwrap_or_else(|| default.to_owned());
    let bind = match (text(&said.ldap_user_dn), text(&said.ldap_bind_dn), text(&said.ldap_bind_password)) {
        (Some(_), Some(_), _) => {
            bail!("KANSO_LDAP_USER_DN and KANSO_LDAP_BIND_DN are two ways to ask: choose one")
        }
        (Some(template), None, _) => Bind::Person { template },
        (None, Some(dn), password) => Bind::Service { dn, password: password.unwrap_or_default() },
        (None, None, Some(_)) => bail!("KANSO_LDAP_BIND_PASSWORD is of no use without KANSO_LDAP_BIND_DN"),
        (None, None, None) => Bind::Nobody,
    };
    let config = LdapConfig {
        url,
        authority: text(&said.ldap_ca).map(Into::into),
        bind,
        base: or(&said.ldap_base, ""),
        filter: or(&said.ldap_filter, "(uid=%s)"),
        username: or(&said.ldap_username_attribute, "uid"),
        name: or(&said.ldap_name_attribute, "cn"),
        email: or(&said.ldap_email_attribute, "mail"),
        language: text(&said.ldap_language_attribute),
        groups: or(&said.ldap_groups_attribute, "memberOf"),
        group_search: text(&said.ldap_group_base)
            .map(|base| (base, or(&said.ldap_group_filter, "(member=%d)"))),
        seconds: said.ldap_seconds.unwrap_or(10).clamp(1, 60),
    };
    let groups = groups(&said.ldap_admin_groups, &said.ldap_manager_groups, &said.ldap_user_groups);
    let admission = Admission { creates: said.ldap_create.unwrap_or(true), groups };
    Ok(Some(Directory { lookup: Arc::new(Ldap::new(config)?), admission }))
}

fn provider(said: &SignInOptions, clock: &Clock, allows_all: bool) -> anyhow::Result<Option<Issuer>> {
    let Some(issuer) = text(&said.oidc_issuer) else {
        ensure!(
            text(&said.oidc_client_id).is_none(),
            "KANSO_OIDC_CLIENT_ID is of no use without KANSO_OIDC_ISSUER"
        );
        return Ok(None);
    };
    let or = |value: &Option<String>, default: &str| text(value).unwrap_or_else(|| default.to_owned());
    let host = Url::parse(&issuer).ok().and_then(|url| url.host_str().map(str::to_owned));
    let config = OidcConfig {
        issuer,
        client_id: or(&said.oidc_client_id, ""),
        client_secret: text(&said.oidc_client_secret),
        scopes: or(&said.oidc_scopes, "openid profile email").split_whitespace().map(str::to_owned).collect(),
        username_claim: or(&said.oidc_username_claim, "preferred_username"),
        groups_claim: or(&said.oidc_groups_claim, "groups"),
    };
    let private_networks = allows_all || said.oidc_allow_private_networks.unwrap_or(false);
    let way = Arc::new(way::Way(Sender::new(Reach { private_networks })));
    let groups = groups(&said.oidc_admin_groups, &said.oidc_manager_groups, &said.oidc_user_groups);
    Ok(Some(Issuer {
        provider: Arc::new(Oidc::new(config, way, clock.clone())?),
        name: or(&said.oidc_name, &host.unwrap_or_default()),
        admission: Admission { creates: said.oidc_create.unwrap_or(false), groups },
        links_by_email: said.oidc_link_email.unwrap_or(false),
        domains: list(&said.oidc_domains, ','),
    }))
}

fn groups(administrators: &Option<String>, managers: &Option<String>, users: &Option<String>) -> GroupRules {
    GroupRules {
        administrators: list(administrators, ';'),
        managers: list(managers, ';'),
        users: list(users, ';'),
    }
}

/// What is said, if it is anything.
fn text(said: &Option<String>) -> Option<String> {
    said.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn list(said: &Option<String>, between: char) -> Vec<String> {
    let parts = said.iter().flat_map(|text| text.split(between)).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
