//! Ways to sign in besides a password that is kept here.

use clap::Args;
use serde::Deserialize;

/// Declares settings that stand in the command line, the environment and the file under one name each.
macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ty = $env:literal, $value:literal;)*) => {
        /// What is said of other ways to sign in, wherever it is said.
        #[derive(Clone, Default, Args, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct SignInOptions {
            $($(#[doc = $doc])+ #[arg(long, env = $env, value_name = $value, hide_env_values = true)]
            pub $name: Option<$kind>,)*
        }

        impl SignInOptions {
            /// These, and where they say nothing, the others.
            #[must_use]
            pub fn or(self, other: Self) -> Self {
                Self { $($name: self.$name.or(other.$name),)* }
            }

            /// Whether a key of the file is one of these.
            pub(crate) fn has_key(key: &str) -> bool {
                [$(stringify!($name)),*].contains(&key)
            }
        }
    };
}

settings! {
    /// The header in which a trusted proxy names who is signed in there, such as Remote-User. Takes --trusted-proxies
    proxy_user_header: String = "KANSO_PROXY_USER_HEADER", "NAME";
    /// The header with their e-mail address
    proxy_email_header: String = "KANSO_PROXY_EMAIL_HEADER", "NAME";
    /// The header with the name to show
    proxy_name_header: String = "KANSO_PROXY_NAME_HEADER", "NAME";
    /// The header with their groups, with commas or | between
    proxy_groups_header: String = "KANSO_PROXY_GROUPS_HEADER", "NAME";
    /// Whether who has no account gets one [default: true]
    proxy_create: bool = "KANSO_PROXY_CREATE", "BOOL";
    /// User names of administrators, with commas between
    proxy_admins: String = "KANSO_PROXY_ADMINS", "NAMES";
    /// Groups whose members are administrators, with ; between
    proxy_admin_groups: String = "KANSO_PROXY_ADMIN_GROUPS", "GROUPS";
    /// Groups whose members are managers
    proxy_manager_groups: String = "KANSO_PROXY_MANAGER_GROUPS", "GROUPS";
    /// Groups that may come in at all [default: everybody]
    proxy_user_groups: String = "KANSO_PROXY_USER_GROUPS", "GROUPS";
    /// Where somebody signs out of the proxy
    proxy_logout_url: String = "KANSO_PROXY_LOGOUT_URL", "URL";
    /// The directory: `ldaps://host`, or `ldap://host` for StartTLS; with `?tls=none` for neither
    ldap_url: String = "KANSO_LDAP_URL", "URL";
    /// The authority of its certificate, a PEM file [default: the machine's]
    ldap_ca: String = "KANSO_LDAP_CA", "FILE";
    /// The account that asks it for people [default: nobody in particular]
    ldap_bind_dn: String = "KANSO_LDAP_BIND_DN", "DN";
    /// The password of that account
    ldap_bind_password: String = "KANSO_LDAP_BIND_PASSWORD", "PASSWORD";
    /// Has each person ask with their own password, under this name with %s in it
    ldap_user_dn: String = "KANSO_LDAP_USER_DN", "DN";
    /// Where people are
    ldap_base: String = "KANSO_LDAP_BASE", "DN";
    /// What finds a person, with %s for the name that was typed [default: (uid=%s)]
    ldap_filter: String = "KANSO_LDAP_FILTER", "FILTER";
    /// The attribute with the user name [default: uid]
    ldap_username_attribute: String = "KANSO_LDAP_USERNAME_ATTRIBUTE", "NAME";
    /// The attribute with the name to show [default: cn]
    ldap_name_attribute: String = "KANSO_LDAP_NAME_ATTRIBUTE", "NAME";
    /// The attribute with the e-mail address [default: mail]
    ldap_email_attribute: String = "KANSO_LDAP_EMAIL_ATTRIBUTE", "NAME";
    /// The attribute with the language, such as preferredLanguage
    ldap_language_attribute: String = "KANSO_LDAP_LANGUAGE_ATTRIBUTE", "NAME";
    /// The attribute with the groups of a person [default: memberOf]
    ldap_groups_attribute: String = "KANSO_LDAP_GROUPS_ATTRIBUTE", "NAME";
    /// Where groups are, to search them in place of that attribute
    ldap_group_base: String = "KANSO_LDAP_GROUP_BASE", "DN";
    /// What finds the groups of a person, with %s for the user name and %d for the entry's name [default: (member=%d)]
    ldap_group_filter: String = "KANSO_LDAP_GROUP_FILTER", "FILTER";
    /// Whether who has no account gets one [default: true]
    ldap_create: bool = "KANSO_LDAP_CREATE", "BOOL";
    /// Groups whose members are administrators, with ; between
    ldap_admin_groups: String = "KANSO_LDAP_ADMIN_GROUPS", "GROUPS";
    /// Groups whose members are managers
    ldap_manager_groups: String = "KANSO_LDAP_MANAGER_GROUPS", "GROUPS";
    /// Groups that may come in at all [default: everybody]
    ldap_user_groups: String = "KANSO_LDAP_USER_GROUPS", "GROUPS";
    /// How long an answer is waited for, in seconds [default: 10]
    ldap_seconds: u64 = "KANSO_LDAP_SECONDS", "SECONDS";
    /// The provider of identities by OpenID Connect, as it calls itself: `https://id.example.org/realms/team`
    oidc_issuer: String = "KANSO_OIDC_ISSUER", "URL";
    /// What the provider calls this application
    oidc_client_id: String = "KANSO_OIDC_CLIENT_ID", "ID";
    /// The secret that it gave this application, if it gave one
    oidc_client_secret: String = "KANSO_OIDC_CLIENT_SECRET", "SECRET";
    /// What people call it, for the button [default: its host]
    oidc_name: String = "KANSO_OIDC_NAME", "NAME";
    /// What is asked for, with blanks between [default: openid profile email]
    oidc_scopes: String = "KANSO_OIDC_SCOPES", "SCOPES";
    /// The claim with the user name [default: `preferred_username`]
    oidc_username_claim: String = "KANSO_OIDC_USERNAME_CLAIM", "NAME";
    /// The claim with the groups, with dots for one in another [default: groups]
    oidc_groups_claim: String = "KANSO_OIDC_GROUPS_CLAIM", "NAME";
    /// Whether who has no account gets one [default: false]
    oidc_create: bool = "KANSO_OIDC_CREATE", "BOOL";
    /// Whether an address that the provider verified is enough to come into the account that has it [default: false]
    oidc_link_email: bool = "KANSO_OIDC_LINK_EMAIL", "BOOL";
    /// Only verified addresses of these domains may come in, with commas between [default: all]
    oidc_domains: String = "KANSO_OIDC_DOMAINS", "DOMAINS";
    /// Groups whose members are administrators, with ; between
    oidc_admin_groups: String = "KANSO_OIDC_ADMIN_GROUPS", "GROUPS";
    /// Groups whose members are managers
    oidc_manager_groups: String = "KANSO_OIDC_MANAGER_GROUPS", "GROUPS";
    /// Groups that may come in at all [default: everybody]
    oidc_user_groups: String = "KANSO_OIDC_USER_GROUPS", "GROUPS";
    /// Lets the provider be on this machine or in a private network [default: false]
    oidc_allow_private_networks: bool = "KANSO_OIDC_ALLOW_PRIVATE_NETWORKS", "BOOL";
    /// Shows no form for name and password, and takes none [default: false]
    hide_passwords: bool = "KANSO_HIDE_PASSWORDS", "BOOL";
}

impl std::fmt::Debug for SignInOptions {
    // There are secrets in it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignInOptions")
    }
}
