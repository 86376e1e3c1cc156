// A report's picture as PNG, for what takes no SVG: the browser paints the file that the server makes.

/** How wide it becomes, in pixels: enough for a slide. */
const width = 1440;

export function offerPng(button: HTMLButtonElement): void {
  button.hidden = false;
  button.addEventListener("click", () => void save(button.dataset.png ?? "", button.name));
}

async function save(address: string, name: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.round((width * image.naturalHeight) / image.naturalWidth);
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, canvas.height);
  const link = document.createElement("a");
  link.href = canvas.toDataURL();
  link.download = name;
  link.click();
}
