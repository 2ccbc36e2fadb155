//! What lies in a content folder is read or told of; nothing is lost without a word.

use std::fs;
use std::path::Path;

use minhbach::BuildOptions;
use minhbach::diagnostic::Code;

use crate::sites::Site;

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

/// The codes and files of what is told.
fn told(site: &Site) -> Vec<(Code, String)> {
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    let content = format!("{}/", site.content().display()).replace('\\', "/");
    report
        .sorted()
        .into_iter()
        .map(|found| (found.code, found.location.source.path.replace(&content, "")))
        .collect()
}

#[cfg(unix)]
#[test]
fn a_link_or_a_special_file_is_told_and_no_more_of_what_it_hides() {
    for linked in [
        "provinces/tinh-mau",
        PLAN,
        &format!("{PLAN}/plan.vi.md"),
        "indicators/schools.yaml",
        "pages/about.vi.md",
        "portal.yaml",
    ] {
        let site = Site::with(&format!("-- {linked} --\n(link)\n"));
        assert_eq!(told(&site), [(Code::LinkedFile, linked.to_owned())]);
    }
    let site = Site::with("-- static/logo.svg --\n<svg/>\n");
    std::os::unix::fs::symlink(
        site.content().join("static/logo.svg"),
        site.content().join("static/link.svg"),
    )
    .expect("a link");
    let _socket = std::os::unix::net::UnixListener::bind(
        site.content().join("provinces/tinh-mau/results.yaml"),
    )
    .expect("a special file");
    assert_eq!(
        told(&site),
        [
            (Code::LinkedFile, "provinces/tinh-mau/results.yaml".to_owned()),
            (Code::LinkedFile, "static/link.svg".to_owned())
        ]
    );
}

#[cfg(unix)]
#[test]
fn the_content_folder_itself_may_be_a_link() {
    let site = Site::with("-- static/logo.svg --\n<svg/>\n");
    let link = site.out().with_file_name("link");
    std::os::unix::fs::symlink(site.content(), &link).expect("a link");
    let built = minhbach::build(&BuildOptions { content: link, ..site.options() }, &|_, _| {})
        .unwrap_or_else(|_| panic!("built"));
    assert_eq!((built.statements, built.report.sorted().len()), (7, 0));
    assert!(site.out().join("logo.svg").is_file());
}

#[test]
fn a_file_in_another_encoding_is_not_said_to_be_missing_too() {
    for path in [
        &format!("{PLAN}/plan.vi.md"),
        &format!("{PLAN}/plan.en.md"),
        "provinces/tinh-mau/place.yaml",
        "pages/about.en.md",
        "portal.yaml",
    ] {
        let site = Site::with(&format!("-- {path} --\n(not text)\n"));
        assert_eq!(told(&site), [(Code::NotText, path.to_owned())]);
    }
}

#[test]
fn names_that_a_server_or_a_disk_cannot_hold_are_told() {
    let own = |names: &[&str]| {
        Site::with(
            &names.iter().map(|name| format!("-- static/{name} --\nx\n")).collect::<String>(),
        )
    };
    for name in
        ["INDEX.html", "VI/a.html", "Robots.txt", "con.txt", "a/nul", "a/aux.tar.gz", "COM1"]
    {
        assert_eq!(told(&own(&[name])), [(Code::WrongValue, format!("static/{name}"))]);
    }
    if cfg!(target_os = "linux") {
        assert_eq!(told(&own(&["Logo.svg", "logo.svg", "a/1", "A/2"])).len(), 2);
        assert_eq!(told(&own(&["a:b"])), [(Code::WrongValue, "static/a:b".to_owned())]);
    }
    assert_eq!(told(&own(&["robots.txt", "con-dao.svg", "a/vi"])), []);
    let site = Site::with(&format!(
        "-- {} --\n# Con\n-- {} --\n# Con\n",
        "pages/con.vi.md", "pages/con.en.md"
    ));
    assert_eq!(
        told(&site),
        ["pages/con.en.md", "pages/con.vi.md"].map(|path| (Code::WrongSlug, path.to_owned()))
    );
}

#[test]
fn what_a_server_wants_may_be_hidden_and_what_a_desktop_leaves_is_not_published() {
    let site = Site::with(
        "-- static/.htaccess --\nx\n-- static/.well-known/security.txt --\nx\n-- \
         static/.DS_Store --\nx\n-- static/.gitkeep --\nx\n",
    );
    minhbach::build(&site.options(), &|_, _| {}).unwrap_or_else(|_| panic!("built"));
    let there = |path: &str| Path::new(&site.out()).join(path).is_file();
    assert!(
        there(".htaccess")
            && there(".well-known/security.txt")
            && !there(".DS_Store")
            && !there(".gitkeep")
    );
}

#[test]
fn words_of_a_skeleton_are_no_wrong_translation() {
    let site = Site::with("");
    let path = site.content().join(PLAN).join("plan.en.md");
    fs::write(&path, "# ‹fill in the title in English›\n\n‹fill in the text›\n").expect("written");
    site.replace(
        &format!("{PLAN}/plan.yaml"),
        "title:",
        "notes: [{vi: Đến năm 2031., en: ‹fill in the note›}]\ntitle:",
    );
    let unfilled = |name: &str| (Code::Unfilled, format!("{PLAN}/{name}"));
    assert_eq!(told(&site), [unfilled("plan.en.md"), unfilled("plan.yaml")]);
}
