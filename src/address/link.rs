//! The way from one file of the site to another.

/// The way from one file of the site to another.
pub fn relative(from: &str, to: &str) -> String {
    let folder_end = from.rfind('/').map_or(0, |slash| slash + 1);
    let shared = from[..folder_end]
        .bytes()
        .zip(to.bytes())
        .take_while(|(left, right)| left == right)
        .count();
    let shared = from[..shared].rfind('/').map_or(0, |slash| slash + 1);
    let ups = from[shared..].matches('/').count();
    let mut way = String::with_capacity(ups * 3 + to.len() - shared);
    for _ in 0..ups {
        way.push_str("../");
    }
    way.push_str(&to[shared..]);
    way
}

/// The way from a file of the site to the site's root: `../../`, or nothing.
pub fn to_root(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}
