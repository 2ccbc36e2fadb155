//! Where everything of the site is: pages, files and anchors, and the ways between them. The only
//! maker of URLs.

mod absolute;
mod anchor;
mod conflicts;
mod data_file;
mod link;
mod pages;
mod path_words;
mod reserved;
mod route;
#[cfg(test)]
mod tests;

pub use absolute::{address_of, served_root};
pub use anchor::{
    conflict_anchor, may_be_anchor, statement_fragment, statement_href, statement_url, step_anchor,
    term_anchors,
};
pub use conflicts::{LONGEST, listed_conflicts, place_of, places_with_conflicts};
pub use data_file::{DataFile, Format, data_files};
pub use link::{relative, to_root};
pub use pages::{fits_one_page, has_levels, has_revisions, has_sides, pages_of_revisions, routes};
pub use reserved::{is_reserved_commune_slug, is_reserved_prose_slug};
pub use route::{DATA_SLUG, Page, Route};
