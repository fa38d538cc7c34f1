//! Opens the page.

fn main() {
    yew::Renderer::<outsourcing::page::Page>::new().render();
}
