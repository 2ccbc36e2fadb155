//! Absolute addresses, where the portal says where it will be served.

use crate::portal::Portal;

/// The whole address of a page at its path; a folder's own page has the folder's address.
pub fn address_of(site_url: &str, path: &str) -> String {
    format!("{site_url}/{}", in_folder(path))
}

/// A folder's own page has the folder's address; an indicator may be called `education-index`.
pub fn in_folder(path: &str) -> &str {
    path.strip_suffix("index.html")
        .filter(|folder| folder.is_empty() || folder.ends_with('/'))
        .unwrap_or(path)
}

/// The path of the site's address, for the one page that is served at any depth: `/minh-bach/`;
/// empty where the portal does not say where it will stand.
pub fn served_root(portal: &Portal) -> String {
    let after_host = portal
        .site_url
        .as_deref()
        .and_then(|url| url.split_once("://"))
        .and_then(|(_, rest)| rest.split_once('/'));
    match (&portal.site_url, after_host) {
        (_, Some((_, path))) => format!("/{}/", path.trim_matches('/')).replace("//", "/"),
        (Some(_), None) => "/".to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_folder_has_its_address_and_no_other_page_loses_its_name() {
        assert_eq!(in_folder("index.html"), "");
        assert_eq!(in_folder("vi/index.html"), "vi/");
        assert_eq!(
            in_folder("vi/chi-tieu/education-index.html"),
            "vi/chi-tieu/education-index.html"
        );
    }
}
