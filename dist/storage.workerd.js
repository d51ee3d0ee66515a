/* microlora 0.1.0, MIT OR Apache-2.0 */
var t=t=>({get:e=>t.get(e,"arrayBuffer"),set:(e,o)=>t.put(e,o)}),e=t=>({get:e=>t.get(e),set:(e,o)=>t.put(e,o)}),o="files",n=t=>new Promise((e,o)=>{t.onsuccess=()=>e(t.result)
t.onerror=()=>o(t.error)})
function r(t="microlora"){let e
const r=()=>{e??=async function(t){try{const e=indexedDB.open(t,1)
e.onupgradeneeded=()=>e.result.createObjectStore(o)
return await n(e)}catch(t){const e=t instanceof Error?t.message:String(t)
throw new Error(`IndexedDB cannot be used here (${e}); a sandboxed frame needs allow-same-origin, a browser may block it for other sites; or give another store`,{cause:t})}}(t).catch(t=>{e=void 0
throw t})
return e.then(t=>{t.onclose=()=>e=void 0
t.onversionchange=()=>{e=void 0
t.close()}
return t})}
return{get:async t=>n((await r()).transaction(o).objectStore(o).get(t)),async set(t,e){const n=(await r()).transaction(o,"readwrite",{durability:"strict"})
n.objectStore(o).put(e,t)
return new Promise((t,e)=>{n.oncomplete=()=>t()
n.onabort=()=>e(n.error)})}}}import{load as s,save as c}from"./safetensors.workerd.js"
import{LoraError}from"./microlora.workerd.js"
function i(t,e,o){throw new LoraError(t,e,o)}var a=t=>t.length>80?`${t.slice(0,79)}…`:t
function u(t,e){let o=Array.from({length:e.length+1},(t,e)=>e)
for(let n=1;n<=t.length;n++){const r=[n]
for(let s=1;s<=e.length;s++){const c=o[s-1]+Number(t[n-1]!==e[s-1])
r.push(Math.min(c,o[s]+1,r[s-1]+1))}o=r}return o[e.length]}function f(t,e){if("string"!=typeof t||t.length>80)return""
const o=t.toLowerCase()
let n="",r=Math.floor(o.length/3)+1
for(const t of e){const e=u(o,t.toLowerCase())
e<r&&([n,r]=[t,e])}return n&&` (did you mean ${a(n)}?)`}var l=(t,e,o,n="LORA_E_TYPE")=>i(n,`${t} must be ${e}, got ${(t=>{return"string"==typeof t?(e=t,a(JSON.stringify(e))):a(Object(t)===t?(t=>Object.prototype.toString.call(t).slice(8,-1))(t):String(t))
var e})(o)}`)
function g(t,e){"function"==typeof t?.get&&"function"==typeof t.set||l("the store","an object with get(key) and set(key, bytes)",t)
"string"==typeof e&&""!==e||l("the key","a name",e)}function h(t,e,o){const n=o instanceof Error?o.message||o.name:String(o)
return i("LORA_E_STORAGE",`${t} ${JSON.stringify(e)} failed: ${n}`,o)}async function y(t,e,o,n){g(t,e)
const r=c(o,n)
try{await t.set(e,r)}catch(t){h("saving",e,t)}}async function d(t,e,o={}){g(t,e)
!function(t,e,o){(function(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)})(e)||l(`${t}: the argument`,"an object of options",e)
const n={...o}
for(const[r,s]of Object.entries(e)){Object.hasOwn(o,r)||i("LORA_E_OPTION",`${t} has no option ${a(r)}${f(r,Object.keys(o))}; it has `+Object.keys(o).join(", "))
void 0!==s&&(n[r]=s)}}("loadFrom",o,{engine:void 0,expect:void 0})
let n
try{n=await t.get(e)}catch(t){h("loading",e,t)}return null==n?void 0:s(n,o)}export{e as durableObjectStore,r as indexedDBStore,t as kvStore,d as loadFrom,y as saveTo}

