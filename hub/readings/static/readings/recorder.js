// Records with the browser's microphone into the form's own file field, so that what is sent is one kind of thing.
(() => {
  const box = document.getElementById("reading-recorder");
  if (!box || !navigator.mediaDevices || !window.MediaRecorder) return;
  const LONGEST_S = 120;
  const [button, time, heard, trouble] = ["record", "time", "heard", "trouble"].map((name) => box.querySelector(`[data-${name}]`));
  const field = document.getElementById("sound");
  let recorder = null;
  let began = 0;

  const tell = () => {
    if (!recorder) return;
    const seconds = Math.floor((performance.now() - began) / 1000);
    time.textContent = `${seconds} 秒`;
    if (seconds >= LONGEST_S) recorder.stop();
    else window.setTimeout(tell, 250);
  };

  const kept = (parts, type) => {
    const file = new File([new Blob(parts, { type })], "reading", { type });
    const held = new DataTransfer();
    held.items.add(file);
    field.files = held.files;
    if (heard.src) URL.revokeObjectURL(heard.src);
    heard.src = URL.createObjectURL(file);
    heard.hidden = false;
  };

  const start = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    const parts = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      const type = recorder.mimeType;
      stream.getTracks().forEach((track) => track.stop());
      recorder = null;
      button.textContent = button.dataset.start;
      kept(parts, type);
    });
    recorder.start();
    began = performance.now();
    button.textContent = button.dataset.stop;
    tell();
  };

  button.addEventListener("click", () => {
    if (recorder) recorder.stop();
    else start().then(() => { trouble.hidden = true; }, () => { trouble.hidden = false; });
  });
  box.hidden = false;
})();
