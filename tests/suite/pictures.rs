//! Pictures: link previews and charts as PNG, and the cache that keeps them from build to build.

use std::fs;
use std::path::PathBuf;

use minhbach::{BuildOptions, Summary};

use crate::portal::file;
use crate::sites::{Site, files};

/// The small site with pictures.
fn pictured() -> Site {
    let site = Site::with("");
    site.replace(
        "portal.yaml",
        "as_of: 2026-11-22",
        "as_of: 2026-11-22\npng: true\nsite_url: https://example.vn/minh-bach",
    );
    site
}

fn build(options: &BuildOptions) -> Summary {
    minhbach::build(options, &|_, _| {})
        .unwrap_or_else(|failure| panic!("the site is not built: {failure:?}"))
}

fn cache_of(site: &Site) -> PathBuf {
    site.out().with_file_name(".site.minhbach-cache")
}

fn entries(site: &Site) -> Vec<String> {
    files(&cache_of(site))
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| path.ends_with(".png"))
        .collect()
}

fn pngs(site: &Site) -> Vec<(String, Vec<u8>)> {
    site.built().into_iter().filter(|(path, _)| path.ends_with(".png")).collect()
}

#[test]
fn without_the_switch_there_is_no_picture_and_no_cache() {
    let site = Site::with("");
    let summary = build(&site.options());
    assert_eq!((summary.pictures.all, pngs(&site).len(), cache_of(&site).exists()), (0, 0, false));
    assert!(!file(&site, "en/places/tinh-mau.html").contains(".png"));

    let site = pictured();
    let mut options = site.options();
    options.overrides.no_png = true;
    build(&options);
    assert_eq!((pngs(&site).len(), cache_of(&site).exists()), (0, false));
    assert!(
        !file(&site, "en/places/tinh-mau.html").contains(".png"),
        "what is not made is not linked to"
    );
}

#[test]
fn pages_have_their_cards_and_charts_as_png() {
    let site = pictured();
    let summary = build(&site.options());
    let pictures = pngs(&site);
    assert_eq!(pictures.len(), summary.pictures.all);
    for card in [
        "vi/index.card.png",
        "vi/dia-phuong/tinh-mau.card.png",
        "vi/dia-phuong/tinh-mau/ke-hoach/1-2025.card.png",
        "vi/chi-tieu/nursery-enrolment.card.png",
        "en/places/tinh-mau/indicators/nursery-enrolment.card.png",
    ] {
        let (_, bytes) = pictures
            .iter()
            .find(|(path, _)| path == card)
            .unwrap_or_else(|| panic!("{card} is in the site"));
        assert_eq!(bytes[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 x 630");
        assert!(bytes.len() < 40_000);
    }
    let charts: Vec<String> = site
        .built()
        .into_iter()
        .filter_map(|(path, _)| {
            path.strip_suffix(".svg").filter(|stem| !stem.starts_with("assets/")).map(str::to_owned)
        })
        .collect();
    assert!(
        !charts.is_empty()
            && charts
                .iter()
                .all(|stem| pictures.iter().any(|(path, _)| *path == format!("{stem}.png")))
    );
}

#[test]
fn a_page_names_its_picture_by_its_whole_address() {
    let site = pictured();
    build(&site.options());
    let page = file(&site, "en/places/tinh-mau/indicators/nursery-enrolment.html");
    for words in [
        "https://example.vn/minh-bach/en/places/tinh-mau/indicators/nursery-enrolment.card.png",
        "summary_large_image",
        "48.5% (target by 2030)",
        "og:image:width",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(
        file(&site, "en/glossary.html").contains("https://example.vn/minh-bach/en/index.card.png")
    );

    let nowhere = Site::with("");
    nowhere.replace("portal.yaml", "as_of: 2026-11-22", "as_of: 2026-11-22\npng: true");
    build(&nowhere.options());
    assert!(
        !file(&nowhere, "en/places/tinh-mau.html").contains("og:image"),
        "an address that is not absolute is none"
    );
}

#[test]
fn the_second_build_draws_nothing_and_writes_the_same() {
    let site = pictured();
    let first = build(&site.options());
    assert_eq!(first.pictures.drawn, first.pictures.all);
    let built = site.built();
    let again = build(&site.options());
    assert_eq!((again.pictures.all, again.pictures.drawn), (first.pictures.all, 0));
    assert!(built == site.built());
    let cold = build(&BuildOptions {
        jobs: Some(1),
        cache: Some(site.out().with_file_name("elsewhere")),
        ..site.options()
    });
    assert_eq!(cold.pictures.drawn, first.pictures.all);
    assert!(built == site.built());
}

#[test]
fn a_damaged_entry_is_drawn_anew() {
    let site = pictured();
    build(&site.options());
    let built = site.built();
    let names = entries(&site);
    let path = |name: &str| cache_of(&site).join(name);
    fs::write(path(&names[0]), "").expect("written");
    let whole = fs::read(path(&names[1])).expect("an entry");
    fs::write(path(&names[1]), &whole[..whole.len() / 2]).expect("written");
    let mut changed = fs::read(path(&names[2])).expect("an entry");
    changed[100] ^= 1;
    fs::write(path(&names[2]), changed).expect("written");
    assert_eq!(build(&site.options()).pictures.drawn, 3);
    assert!(built == site.built());
    assert_eq!(build(&site.options()).pictures.drawn, 0);
}

#[test]
fn an_edit_draws_what_it_changes_and_forgets_what_it_replaces() {
    let site = pictured();
    let all = build(&site.options()).pictures.all;
    assert_eq!(entries(&site).len(), all);
    site.replace(
        "provinces/tinh-mau/place.yaml",
        "full_name: {vi: Tỉnh Mẫu, en: Sample Province}",
        "full_name: {vi: Tỉnh Mẫu Mới, en: New Sample Province}",
    );
    let edited = build(&site.options()).pictures;
    assert!(edited.drawn > 0 && edited.drawn < edited.all, "{edited:?}");
    assert_eq!(entries(&site).len(), edited.all);
}

#[test]
fn a_build_that_fails_leaves_the_cache() {
    let site = pictured();
    build(&site.options());
    let before = entries(&site);
    site.replace("provinces/tinh-mau/plans/1-2025/targets.yaml", "goal: 48.5", "goal: 48.6");
    assert!(minhbach::build(&site.options(), &|_, _| {}).is_err());
    assert_eq!(entries(&site), before);
}

#[test]
fn a_cache_that_cannot_be_written_does_not_stop_a_build() {
    let site = pictured();
    let file = site.out().with_file_name("file");
    fs::write(&file, "no folder").expect("written");
    let summary = build(&BuildOptions { cache: Some(file.join("cache")), ..site.options() });
    assert_eq!(summary.pictures.drawn, summary.pictures.all);
    assert!(summary.pictures.not_kept.expect("it is said").en.contains("--cache"));
    assert_eq!(pngs(&site).len(), summary.pictures.all);
}
