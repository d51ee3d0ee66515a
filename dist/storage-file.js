/* microlora 0.1.0, MIT OR Apache-2.0 */
import{randomUUID as t}from"node:crypto"
import{mkdir as a,open as o,readFile as r,rename as c,rm as n}from"node:fs/promises"
import{join as e}from"node:path"
function i(i){const s=t=>e(i,`${encodeURIComponent(t)}.safetensors`)
let w=Promise.resolve()
return{async get(t){try{return await r(s(t))}catch(t){if("ENOENT"===t.code)return
throw t}},set(r,e){const f=w.then(()=>async function(r,e){await a(i,{recursive:!0})
const s=`${r}.${t()}.tmp`
try{const t=await o(s,"wx")
try{await t.writeFile(e)
await t.sync()}finally{await t.close()}await c(s,r)}catch(t){await n(s,{force:!0})
throw t}await async function(t){const a=await o(t,"r").catch(()=>{})
if(void 0!==a)try{await a.sync().catch(()=>{})}finally{await a.close()}}(i)}(s(r),e))
w=f.catch(()=>{})
return f}}}export{i as fileStore}

