/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},e=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](n){return this===t?!0===Object(n)[e]:super[Symbol.hasInstance](n)}get[e](){return!0}constructor(t,e,n){super(e,void 0===n?{}:{cause:n})
this.name="LoraError"
this.code=t}}
function n(t,e,n){throw new LoraError(t,e,n)}var o=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),r=(Object.fromEntries([...o.keys()].map(t=>[t,void 0])),Object.fromEntries([...o.keys(),"betas"].map(t=>[t,void 0])),t=>t.length>80?`${t.slice(0,79)}…`:t),a=t=>r(JSON.stringify(t))
function s(t,e){let n=Array.from({length:e.length+1},(t,e)=>e)
for(let o=1;o<=t.length;o++){const r=[o]
for(let a=1;a<=e.length;a++){const s=n[a-1]+Number(t[o-1]!==e[a-1])
r.push(Math.min(s,n[a]+1,r[a-1]+1))}n=r}return n[e.length]}function i(t,e){if("string"!=typeof t||t.length>80)return""
const n=t.toLowerCase()
let o="",a=Math.floor(n.length/3)+1
for(const t of e){const e=s(n,t.toLowerCase())
e<a&&([o,a]=[t,e])}return o&&` (did you mean ${r(o)}?)`}function c(t){const e=encodeURIComponent(t).replace(/%(..)/g,(t,e)=>String.fromCharCode(parseInt(e,16)))
return Uint8Array.from(e,t=>t.charCodeAt(0))}function l(t){let e=""
for(let n=0;n<t.length;n+=8192)e+=String.fromCharCode(...t.subarray(n,n+8192))
const n=t=>`%${t.charCodeAt(0).toString(16)}`
try{return decodeURIComponent(e.replace(/[%\x80-\xff]/g,n))}catch(t){if("URIError"!==t.name)throw t
return}}var f=t=>Object.prototype.toString.call(t).slice(8,-1),u=t=>"string"==typeof t?a(t):r(Object(t)===t?f(t):String(t)),d=(t,e,o,r="LORA_E_TYPE")=>n(r,`${t} must be ${e}, got ${u(o)}`)
function h(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function p(t,e,o){!function(t,e,o){h(e)||d(`${t}: the argument`,"an object of options",e)
for(const a of Object.keys(e))if(!Object.hasOwn(o,a)){const e=Object.keys(o)
n("LORA_E_OPTION",`${t} has no option ${r(a)}${i(a,e)}; it has ${e.join(", ")}`)}}(t,e,o)
const a={...o}
for(const[t,n]of Object.entries(e))void 0!==n&&(a[t]=n)
return a}var m=/* @__PURE__ */Symbol.for("microlora 0.1.0")
function g(t){let e
const n=t?.[m]
"function"==typeof n&&n(t=>e=t)
return e}var _=globalThis,b=["A","B","momentA","momentB","secondMomentA","secondMomentB","accumulatedA","accumulatedB","shift"],y=b.indexOf("accumulatedA"),$=b.indexOf("shift"),w="numbers",O="forward",A=["learningRate","weightDecay","clipNorm","ratio","beta1","beta2","epsilon","maxDeltaNorm","decayToBase","explore"],v=[["input","inputs","in"],["output","outputs","out"],["gradient","gradients","out"]]
function E(t){if(!("scopes"in t))return[""]
const e=Object.values(t.categories).filter(t=>t.length>0)
return[...t.scopes.map(t=>`scopes.${t}.`),...e.map((t,e)=>`categories.${e}.`)]}var j=(t,e)=>e===$?[1,t.out]:[t.rank,e%2==0?t.in:t.out]
function k(t,e){t.z()
const{buffer:n,byteOffset:o}=t.f
return new Float64Array(n,o,e)}var L=(t,e)=>n("LORA_E_FILE",t,e)
function F(t,e){try{return e()}catch(e){if(!(e instanceof LoraError))throw e
return L(`${t}: ${e.message}`,e)}}function R(t,e,n){const o=8===n.BYTES_PER_ELEMENT?"F64":4===n.BYTES_PER_ELEMENT?"F32":2===n.BYTES_PER_ELEMENT?"F16":"U8",{buffer:r,byteOffset:a,byteLength:s}=n
return{name:t,dtype:o,shape:e,bytes:new Uint8Array(r,a,s)}}var N=({bytes:t})=>t.slice().buffer,S=t=>new Float32Array(N(t)),M=t=>new Float64Array(N(t)),x={F32:S,F16:t=>Float32Array.from(new Uint16Array(N(t)),T),BF16:t=>new Float32Array(Uint32Array.from(new Uint16Array(N(t)),t=>t<<16).buffer)},I=Object.keys(x)
function P(t){const e=x[t.dtype](t),n=e.findIndex(t=>!Number.isFinite(t))
n>=0&&L(`tensor ${a(t.name)}: number ${n} is ${e[n]}`)
return e}function T(t){const e=32768&t?-1:1,n=t>>10&31,o=1023&t
return 31===n?0===o?e*(1/0):NaN:0===n?e*o*2**-24:e*(1+o*2**-10)*2**(n-15)}var B=[[/^version https:\/\/git-lfs/,"a Git LFS pointer and not the file itself; run git lfs pull"],[/^(\xef\xbb\xbf|\ufeff)?\s*<[!?a-z]/i,"an HTML or XML page; the download went wrong"],[/^PK\x03\x04/,"a zip archive, such as torch.save writes"],[/^\x80[\x02-\x05]/,"a pickle, such as torch.save writes"]]
function U(t){const e="string"==typeof t?t.slice(0,64):String.fromCharCode(...t.subarray(0,64)),[,n]=B.find(([t])=>t.test(e))??[]
return n}function C(t,e,n=/* @__PURE__ */new Map){let o
try{o=JSON.parse(e)}catch(e){L(`${t} is not JSON: ${r(e.message)}`,e)}!function(t,e,n){const o=[]
let r="",s=-1
const i=/\s*:/y
for(const{0:c,index:l}of e.matchAll(/\\.|["{}]/g))if('"'===c&&s<0)s=l
else if('"'===c){const n=e.slice(s,l+1)
s=-1
i.lastIndex=l+1
if(!i.test(e))continue
const c=JSON.parse(n),f=o[o.length-1]
f.has(c)&&L(`${t} has the key ${a(c)} twice`)
f.add(c)
1===o.length&&(r=c)}else{if(s>=0)continue
if("{"===c)o.push(/* @__PURE__ */new Set)
else{const t=o.pop()
1===o.length&&n.set(r,[...t])}}}(t,e,n)
return o}var z=t=>Object(t)===t&&!Array.isArray(t),J="{".charCodeAt(0),D="__metadata__",Y=["dtype","shape","data_offsets"],W=new Map(Object.entries({F4:4,F6_E2M3:6,F6_E3M2:6,BOOL:8,U8:8,I8:8,F8_E5M2:8,F8_E4M3:8,F8_E8M0:8,F8_E5M2FNUZ:8,F8_E4M3FNUZ:8,I16:16,U16:16,F16:16,BF16:16,I32:32,U32:32,F32:32,C64:64,F64:64,I64:64,U64:64})),q=t=>W.get(t)??0
function G(t,e){const n=(t,e)=>t<e?-1:1,o=[...t].sort((t,e)=>q(e.dtype)-q(t.dtype)||n(t.name,e.name))
let r=0
const a=o.map(({name:t,dtype:e,shape:n,bytes:o})=>[t,{dtype:e,shape:n,data_offsets:[r,r+=o.length]}]),s=Object.fromEntries([...e].sort(([t],[e])=>n(t,e))),i={[D]:s,...Object.fromEntries(a)},l=c(JSON.stringify(i)),f=8*Math.ceil(l.length/8),u=new Uint8Array(8+f+r).fill(32,8,8+f)
new DataView(u.buffer).setUint32(0,f,!0)
u.set(l,8)
let d=8+f
for(const{bytes:t}of o){u.set(t,d)
d+=t.length}return u}function H(t,e){const n=ArrayBuffer.isView(e),o=n?e.buffer:e,r="SharedArrayBuffer"===f(o)
r||"ArrayBuffer"===f(o)||d(t,"a Uint8Array or an ArrayBuffer",e)
const a=n?new Uint8Array(o,e.byteOffset,e.byteLength):new Uint8Array(o)
return r?a.slice():a}function Z(t){const e=t[8]===J?void 0:U(t)
void 0!==e&&L(`not a safetensors file: it is ${e}`)
t.length<8&&L(`a safetensors file has at least 8 bytes, this one has ${t.length}`)
const n=new DataView(t.buffer,t.byteOffset,8),o=n.getUint32(0,!0)+2**32*n.getUint32(4,!0)
o>1e8&&L(`not a safetensors file: its header would have ${o} bytes, above 100000000`)
const r=8+o
r>t.length&&L(`the file is cut: its header ends at byte ${r}, and there are ${t.length}`)
const s=function(t){const e=l(t)??L("the header is not UTF-8")
e.startsWith("{")||L("the header does not begin with {")
return C("the header",e)}(t.subarray(8,r)),i=function(t){const e=Object.hasOwn(t,D)?t[D]:null
if(null===e)/* @__PURE__ */return new Map
z(e)||L(`${D} is not an object`)
const n=Object.entries(e)
for(const[t,e]of n)"string"!=typeof e&&L(`${D}: ${a(t)} is not a string`)
return new Map(n)}(s),c=Object.entries(s).filter(([t])=>t!==D).map(([e,n])=>{const{dtype:o,shape:s,begin:i,end:c}=function(t,e,n){const o=`tensor ${a(t)}`
z(e)||L(`${o} is not an object`)
for(const t of Y)Object.hasOwn(e,t)||L(`${o} has no ${t}`)
const{dtype:r,shape:s,data_offsets:i}=e
"string"!=typeof r&&L(`${o}: its dtype is not a string`)
Array.isArray(s)&&s.every(K)||L(`${o}: its shape is no shape`)
Array.isArray(i)&&2===i.length&&i.every(K)||L(`${o}: its data_offsets are not two positions`)
let c=q(r)||1
for(const t of s){c*=t
Number.isSafeInteger(c)||L(`${o}: its shape overflows`)}const[l,f]=i
f>n&&L(`${o} ends at byte ${f} of the data, which has ${n}`)
const u=f-l
u<0&&L(`${o} ends at byte ${f} of the data, before it begins at ${l}`)
W.has(r)&&c!==8*u&&L(`${o} takes ${c/8} bytes by its shape, and ${u} by its data_offsets`)
return{dtype:r,shape:s,begin:l,end:f}}(e,n,t.length-r)
return[i,c,{name:e,dtype:o,shape:s,bytes:t.subarray(r+i,r+c)}]})
c.sort(([t,e],[n,o])=>t-n||e-o)
let f=0
for(const[t,e,{name:n}]of c){t!==f&&L(`tensor ${a(n)} begins at byte ${t} of the data, not at ${f}`)
f=e}r+f!==t.length&&L(`the tensors end at byte ${r+f}, the file at ${t.length}`)
return{metadata:i,tensors:new Map(c.map(([,,t])=>[t.name,t]))}}var V,K=t=>Number.isSafeInteger(t)&&t>=0,X="microlora.",Q="format",tt=`${X}checksum`,et="00000000",nt=["MicroLoRA","ScopedLoRA","TrajectoryBuffer","EmbeddingSpace","Policy"]
function ot(t){const e=c(`"${tt}":"`)
for(let n=t.indexOf(e[0]);n>=0;n=t.indexOf(e[0],n+1))if(e.every((e,o)=>t[n+o]===e))return n+e.length
return-1}var rt=(t,e)=>function(t){V??=Int32Array.from({length:256},(t,e)=>{let n=e
for(let t=0;t<8;t++)n=n>>>1^(1&n?3988292384:0)
return n})
let e=-1
for(const n of t)for(let t=0;t<n.length;t++)e=V[255&(e^n[t])]^e>>>8
return(~e>>>0).toString(16).padStart(8,"0")}([t.subarray(0,e),c(et),t.subarray(e+8)])
function at(t,e,n,o){const r=Object.entries({version:String(2),kind:t,...e,checksum:et}),a=G(o,[[Q,"pt"],...r.map(([t,e])=>[X+t,e]),...n]),s=ot(a)
a.set(c(rt(a,s)),s)
return a}function st(t){const{metadata:e,tensors:n}=Z(t),o=e.get(`${X}version`),a=t=>e.get(X+t)??L(`the metadata has no ${X}${t}`),s=[...e].filter(([t])=>!it(t))
if(void 0===o)return{kind:void 0,strings:s,tensors:n,part:a}
o!==String(2)&&L(`written by another version of microlora, in format ${r(o)}; this one reads 2`)
const i=a("checksum"),c=ot(t),l=c<0?void 0:rt(t,c)
i!==l&&L(`the file is damaged: its checksum is ${l??"not found"}, it says ${r(i)}`)
const f=nt.find(t=>t===a("kind"))
void 0===f&&L(`there is no kind ${r(a("kind"))} of object`)
return{kind:f,strings:s,tensors:n,part:a}}var it=t=>t===Q||t.startsWith(X)
function ct(t,e){return Object.entries(e).map(([e,o])=>{"string"!=typeof o&&n("LORA_E_TYPE",`${t}: ${a(e)} must be a string, got ${typeof o}`)
it(e)&&n("LORA_E_OPTION",`${t}: ${a(e)} is a name of the file's own; choose another`)
lt(t,e)
lt(t,o)
return[e,o]})}function lt(t,e){/\p{Surrogate}/u.test(e)&&n("LORA_E_OPTION",`${t}: ${a(e)} is not well-formed text`)}var ft={d:t=>/\p{Nd}/u.test(t),s:t=>/[\s\x1c-\x1f\x85]/.test(t)&&"\ufeff"!==t,w:t=>/[\p{L}\p{N}_]/u.test(t)},ut=t=>void 0!==t&&ft.w(t),dt=(t,e)=>ut(t[e-1])!==ut(t[e]),ht={"^":(t,e)=>0===e,"\\A":(t,e)=>0===e,"\\Z":(t,e)=>e===t.length,$:(t,e)=>e===t.length||e===t.length-1&&"\n"===t[e],"\\b":dt,"\\B":(t,e)=>!dt(t,e)
},pt=t=>t.codePointAt(0),mt="adapter_config.json",gt="adapter_model.safetensors",_t="base_model.model.",bt=[".lora_A.weight",".lora_B.weight"],yt=["auto_mapping","base_model_name_or_path","revision","task_type","peft_version","inference_mode","runtime_config","megatron_core","merge_weights","fan_in_fan_out","target_modules","exclude_modules","layers_to_transform","layers_pattern","lora_dropout","eva_config","corda_config","loftq_config","lora_ga_config","bias","modules_to_save","trainable_token_indices","ensure_weight_tying","qalora_group_size"],$t=["peft_type","r","lora_alpha","use_rslora","rank_pattern","alpha_pattern","init_lora_weights"],wt=[!0,!1,null,"gaussian","eva","orthogonal","mica"],Ot=/^(pissa|olora|corda|loftq|lora_ga)/,At=t=>r(String(JSON.stringify(t))),vt=t=>null===t||!1===t||Array.isArray(t)&&0===t.length,Et=t=>Number.isInteger(t)&&t>0
function jt({name:t,entries:e,compiled:n},o,r){const s=[...o],[,i]=e.find(([e])=>(e=>F(`${mt}: the pattern ${a(e)} in ${t}`,()=>{const t=n.get(e)??function(t){const e=[{to:[]},{holds:ht.$,to:[0]}],n=t.length<2e4?function(t,e){let n=0,o=!1
const r=/* @__PURE__ */new Set,a=()=>L(`what begins at its character ${n+1} is not supported`),s=e=>{e.lastIndex=n
const o=e.exec(t)
n+=null===o?0:o[0].length
return o},i=t=>o?(t=>e=>{const n=e.toUpperCase()
return[e,e.toLowerCase(),n,n.toLowerCase()].some(n=>n.length<=e.length&&t(n))})(t):t,c=t=>n=>e({takes:t,to:[n]})
function l(t){t>100&&a()
const n=[f(t)]
for(;s(/\|/y);)n.push(f(t))
return t=>e({to:n.map(e=>e(t))})}function f(o){const r=[]
for(;n<t.length&&"|"!==t[n]&&")"!==t[n];){const t=s(/\\[AZbB]|[$^]/y),n=null===t?void 0:ht[t[0]]
r.push(void 0===n?p(u(o)):t=>e({holds:n,to:[t]}))}return t=>r.reduceRight((t,e)=>e(t),t)}function u(t){void 0!==h()&&a()
if(s(/\./y))return c(t=>"\n"!==t)
if(s(/\[/y))return c(function(){const t=null!==s(/\^/y),e=[]
do{const{takes:t,char:n}=d(/\\[^a-z\d]|[^\\]/isuy)
if(!s(/-(?!\])/y)){e.push(t)
continue}const{char:o}=d(/\\[^a-z\d]|[^\\]/isuy);(void 0===n||void 0===o||pt(n)>pt(o))&&a()
e.push(t=>pt(t)>=pt(n)&&pt(t)<=pt(o))}while(!s(/\]/y))
const n=i(t=>e.some(e=>e(t)))
return e=>n(e)!==t}())
const e=s(/\((?:\?P<([^\W\d]\w*)>|\?:|\?(i):|(?!\?))/y)
if(null===e)return c(i(d(/\\[^a-z\d]|[^\\()[]/isuy).takes))
const[,n,f]=e
void 0!==n&&r.size===r.add(n).size&&a()
const u=o
o||=void 0!==f
const p=l(t+1)
s(/\)/y)||a()
o=u
return p}function d(t){const[,e]=s(/\\([dsw])/iy)??[]
if(void 0!==e){const t=ft[e.toLowerCase()]
return{takes:e in ft?t:e=>!t(e)}}const[n]=s(t)??a(),[o]=[...n].slice(-1)
return{takes:t=>t===o,char:o}}function h(){const t=s(/[*+?]|\{(?!\})(\d*)(,?)(\d*)\}/y)
if(null===t)return
const[e,n="",o,r]=t,a="+"===e?1:Number(n)
return"?"===e?[0,1]:[a,""===o&&""===r?a:Number(r||1/0)]}function p(t){const n=h()
if(void 0===n)return t
const[o,r]=n
s(/\?/y);(r<o||void 0!==h())&&a()
return n=>{let a=n
if(r===1/0){const o=[n]
a=e({to:o})
o.push(t(a))}else for(let s=o;s<r;s++)a=e({to:[t(a),n]})
for(let e=0;e<o;e++)a=t(a)
return a}}const m=l(0)
n<t.length&&a()
return m}(t,t=>e.length<2e4?e.push(t)-1:L("it is too large"))(1):L("it is too large"),o=new Float64Array(e.length)
let r=0
return t=>{t.length*e.length>2e7&&L("it is too large for so long a name")
const a=t.indexOf("\n")
let s=[]
for(let i=0;i<=t.length;i++){(0===i||"."===t[i-1]&&(a<0||i<=a))&&s.push(n)
r++
const c=[]
for(;s.length>0;){const n=s.pop()
if(0===n)return!0
if(o[n]===r)continue
o[n]=r
const{takes:a,holds:l,to:f}=e[n]
void 0===a?(void 0===l||l(t,i))&&s.push(...f):i<t.length&&a(t[i])&&c.push(...f)}s=c}return!1}}(e)
n.set(e,t)
return t(s)}))(e))??e.find(([t])=>t===o)??[o,r]
return i}function kt({part:t},e,n){const o=C(`microlora.${e}`,t(e))
Lt(`microlora.${e}`,o,n,n.length)
return o}function Lt(t,e,n,o){z(e)||L(`${t} is not an object`)
const r=Object.keys(e)
for(const e of r)n.includes(e)||L(`${t} has ${a(e)}, which is unknown`)
r.length<o&&L(`${t} must have ${n.join(", ")}`)}var Ft="in out rank residual optimizer seed batch sharedIO rows inSpace cautious".split(" "),Rt=[...Ft,"scopes","categories","categoryFallback"],Nt=[0,1,4,5,2,3,6,7,8]
function St(e,o){if(o>=0)return
o===t.LORA_E_MEMORY&&n("LORA_E_MEMORY","load: the arena is full; free() other objects or call engine.grow(bytes)")
const[r]=Object.entries(t).find(([,t])=>t===o)??[o]
L(`${e} is not what it can be (${r})`)}function Mt({c:t},e){const n=M(e)
St(e.name,t.d.lora_reserve_transfer(2*n.length))
k(t,n.length).set(n)}var xt="numbers",It="contexts",Pt=["dim","arms","scopes","categories","objective","guard","memory","temperature","forgetting","floor","pending","seed"]
function*Tt({scopes:t,categories:e,j:n}){const o=Object.values(e),r=[...t.map(t=>`scopes.${t}`),...o.filter(({length:t})=>t>0).map((t,e)=>`categories.${e}`)],a=["shared"]
for(let t=0;t<n.length;t++)a.push(`arms.${t}`,`arms.${t}.beside`)
for(const[t,e]of r.entries())for(const[n,o]of a.entries())yield{owner:t,column:n,name:`${e}.${o}`}}function*Bt(t){let e=0
for(;0!==(e=t.a("policy_next_open",e));)yield e}var Ut="components",Ct="numbers",zt=["dim","directions"],Jt=["embedding","operator","attention"],Dt=["executionMs","baselineMs"],Yt=["probability","limit","stopped"],Wt=["capacity","dim","operators","length","totalCount"]
function qt(t,e={}){const n=p("save",e,{metadata:{}})
h(n.metadata)||d("save: metadata","an object of strings",n.metadata)
const o=ct("save: metadata",n.metadata),r=g(t)?.h??t,a=g(r),s=nt.find(t=>t===a?.k)??d("save: the object",`a ${nt.join(", ")} of this release`,t)
if("TrajectoryBuffer"===s)return at(s,function(t){const{capacity:e,dim:n,operators:o,length:r,totalCount:a}=t
return{object:JSON.stringify({capacity:e,dim:n,operators:o,length:r,totalCount:a})}}(r),o,function(t){const e=[...t],n=new Float32Array(e.length*t.dim)
e.forEach(({embedding:e},o)=>n.set(e,o*t.dim))
const[o,...r]=Jt,a=e.every(t=>1===t.probability&&t.limit===1/0&&!t.stopped)?[]:Yt
return[R(o,[e.length,t.dim],n),...r.map(t=>R(t,[e.length],Uint8Array.from(e,e=>e[t]))),...Dt.map(t=>R(t,[e.length],Float64Array.from(e,e=>e[t]))),...a.map(t=>R(t,[e.length],Float64Array.from(e,e=>Number(e[t]))))]}(r))
if("EmbeddingSpace"===s)return at(s,(({dim:t,directions:e})=>({object:JSON.stringify({dim:t,directions:e})}))(a),o,function(t){const{dim:e,directions:n}=t,o=new Float32Array(n*e)
for(let r=0;r<n;r++){t.a("space_read_row",r)
o.set(t.c.f.subarray(0,e),r*e)}const r=t.a("space_read_numbers")
return[R(Ut,[n,e],o),R(Ct,[r],k(t.c,r).slice())]}(a))
if("Policy"===s)return at(s,function(t){t.j.forEach(t=>lt("save: an arm",t??""))
t.scopes.forEach(t=>lt("save: a scope",t))
const e=t.j.map(t=>t??null)
return{object:JSON.stringify({...t.Ia(),arms:e})}}(a),o,function(t){const{dim:e,memory:n,c:o}=t,r=t.a("policy_read_numbers"),a=[R(xt,[r],k(o,r).slice())],s=2+n
for(const{owner:n,column:r,name:i}of Tt(t)){if(o.d.lora_policy_read_row(t.e,n,r,0)<0)continue
const c=new Float32Array(s*e)
for(let a=0;a<s;a++){t.a("policy_read_row",n,r,a)
c.set(o.f.subarray(0,e),a*e)}a.push(R(i,[s,e],c))}const i=[...Bt(t)],c=new Float32Array(i.length*e)
i.forEach((n,r)=>{t.a("policy_read_context",n)
c.set(o.f.subarray(0,e),r*e)})
return[...a,R(It,[i.length,e],c)]}(a))
const i=a
i.n()
return at(s,function(t){const{in:e,out:n,rank:o,residual:r,optimizer:a,seed:s,batch:i,sharedIO:c}=t,l="scopes"in t?{scopes:t.scopes,categories:t.categories,categoryFallback:t.categoryFallback}:{},f={in:e,out:n,rank:o,residual:r,optimizer:a,seed:s,batch:i,sharedIO:c,rows:t.D,inSpace:void 0!==t.space,cautious:t.cautious??!1}
return{object:JSON.stringify({...f,...l}),options:(u=Gt(t),JSON.stringify(u,(t,e)=>Object.is(e,-0)?"-0":e).replaceAll('"-0"',"-0"))}
var u}(i),o,function(t){const e=[]
E(t).forEach((n,o)=>{lt("save: the name of a scope",n)
b.forEach((r,a)=>{const s=Zt(t,o,a)
void 0!==s&&e.push(R(n+r,j(t,a),s))})
e.push(Ht(n+w,t,t.a("read_numbers",o)))})
e.push(Ht(O,t,t.a("read_forward")))
for(const[n,o,r]of v){const a=t[o],s=1+a.findLastIndex(t=>t.some(t=>!Object.is(t,0)))
if(0===s)continue
const i=new Float32Array(s*t[r])
for(let e=0;e<s;e++)i.set(a[e],e*t[r])
e.push(R(n,[s,t[r]],i))}return e}(i))}function Gt(t){const e=e=>A.map((n,o)=>t.a("option",e,o)),n=e(0),o=E(t).map((t,o)=>{const r=e(o),a=A.map((t,e)=>[t,r[e]])
return[t,Object.fromEntries(a.filter(([,t],e)=>!Object.is(t,n[e])))]})
return{all:{alpha:t.alpha,...Object.fromEntries(A.map((t,e)=>[t,n[e]]))},others:Object.fromEntries(o.filter(([,t])=>Object.keys(t).length>0))}}var Ht=(t,e,n)=>R(t,[n],k(e.c,n).slice())
function Zt(e,n,o){const{c:r,e:a}=e,[s,i]=j(e,o),c=new Float32Array(s*i)
for(let e=0;e<s;e++){if(r.d.lora_read_row(a,n,o,e)===t.LORA_E_STATE)return
c.set(r.f.subarray(0,i),e*i)}return c}function Vt(t,e){const o=p("exportPeft",e,{module:void 0,baseModel:null,dtype:"F32"}),{module:r,baseModel:a}=o
"string"==typeof r&&""!==r||d("exportPeft: module","the module's name in the base model, as query",r)
null!==a&&"string"!=typeof a&&d("exportPeft: baseModel","a name or path",a)
const s=1===function(t,e,o){const r=o.indexOf(e)
r<0&&n("LORA_E_OPTION",`exportPeft: dtype must be one of ${o.join(", ")}, got ${u(e)}`+i(e,o))
return r}(0,o.dtype,["F32","F16"]),c=g(g(t)?.h??t)
void 0===c?.C&&d("exportPeft: the adapter","a MicroLoRA or a ScopedLoRA of this release",t)
const l=c
l.n()
const f=function(t,e){if(!("scopes"in t))return[[e,0]]
const n=Object.values(t.categories).filter(t=>t.length>0)
return t.scopes.map((o,r)=>{const a=1!==t.a("has_learned",r)&&t.categoryFallback?n.findIndex(t=>t.includes(o)):-1
return[`${e}.${o}`,a<0?r:t.scopes.length+a]})}(l,r)
f.some(([,t])=>void 0!==Zt(l,t,$))&&n("LORA_E_STATE","exportPeft: clicks have taught a shift, which the format has no place for; save() keeps it")
const h=f.flatMap(([t,e])=>{lt("exportPeft: module",t)
return bt.map((o,r)=>function(t,e,o,r,a){const{rank:s,in:i,out:c}=t
let l=Zt(t,e,o)
if(1===o){const t=l
l=t.map((e,n)=>t[n%s*c+Math.floor(n/s)])}return R(r,1===o?[c,s]:[s,i],a?((t,e)=>Uint16Array.from(e,e=>{const o=Math.abs(e),r=e<0||Object.is(e,-0)?32768:0,a=Math.max(Math.floor(Math.log2(o)),-14),s=function(t){const e=Math.floor(t),n=t-e
return n>.5||.5===n&&e%2==1?e+1:e}(o*2**(10-a)),i=0===o?0:s+(a+14<<10)
i>=31744&&n("LORA_E_RANGE",`${t}: ${e} is too large for F16; use F32`)
return r|i}))(`exportPeft: ${r}`,l):l)}(l,e,r,_t+t+o,s))})
return{[mt]:Kt(l,f.map(([t])=>t),a),[gt]:G(h,[["format","pt"]])}}function Kt({alpha:t,rank:e},n,o){const r={alpha_pattern:{},base_model_name_or_path:o,bias:"none",fan_in_fan_out:!1,inference_mode:!0,lora_alpha:Xt(t,e),peft_type:"LORA",r:e,rank_pattern:{},target_modules:n,task_type:null,use_dora:!1,use_rslora:!1}
return`${JSON.stringify(r,null,2)}\n`}function Xt(t,e){const n=t*e,[o]=new BigInt64Array(Float64Array.of(n).buffer),r=new Float64Array(BigInt64Array.of(o,o+1n,o-1n).buffer).filter(n=>Math.fround(n/e)===Math.fround(t))
return r.find(n=>n/e===t)??r[0]??n}
var Qt="its own weights were saved, not only an adapter",te=[[/\.lora_magnitude_vector(\.weight)?$/,"DoRA needs the weights of the base model"],[/\.lora_embedding_[AB]$/,"it adapts an embedding, which multiplies nothing"],[/\.lora_[AB]\.bias$/,"A or B has a bias"],[/\.lora_(magnitude_vector|(embedding_)?[AB])\.[^.]+(\.weight|\.bias)?$/,"its names have the adapter's name in them; save it with save_pretrained"],[/\.lora_[^.]+(\.[^.]+)?$/,"it has more than an A and a B"],[/(\.token_adapter)?\.trainable_tokens_[^.]+(\.[^.]+)?$/,"some of its tokens were trained"],[/\.modules_to_save\..+$/,Qt],[/(\.base_layer)?\.weight$/,Qt],[/(\.base_layer)?\.bias$/,"its bias in the base model was trained"],[/\.[^.]+$|$/,"it has no A and B of LoRA"]]
function ee(t,e){for(let n=t.lastIndexOf(".");n>0;n=t.lastIndexOf(".",n-1))if(e.has(t.slice(0,n)))return t.slice(0,n)}function ne(t,e,{factors:n,reason:o}){void 0!==o&&L(o)
const[a,s]=bt.map((t,e)=>{const o=t.slice(1),a=n[e]??L(`it has no ${o}`),{dtype:s,shape:i}=a
I.includes(s)||L(`its ${o} is ${r(s)}; ${I.join(", ")} can be read`)
2!==i.length&&L(`its ${o} has ${i.length} dimensions; only linear layers, with 2, are read`)
return a}),{rank:i,alpha:c}=function({r:t,lora_alpha:e,use_rslora:n,ranks:o,alphas:r},a){const s=jt(o,a,t),i=jt(r,a,e)
Et(s)||L(`${mt}: its rank is ${At(s)}`)
Number.isFinite(i)||L(`${mt}: its alpha is ${At(i)}`)
return{rank:s,alpha:i/(n?Math.sqrt(s):s)}}(t,e),l={module:e,in:a.shape[1],out:s.shape[0],rank:i,alpha:c};[a.shape[0],s.shape[1]].forEach((t,e)=>{if(t===i)return
const n=[a,s][e].shape.join()
L(`its ${bt[e].slice(1)} is [${n}], but ${mt} says rank ${i}`)})
for(const[t,e,n]of[["rank",i,64],["in",l.in,16384],["out",l.out,16384]])(e<1||e>n)&&L(`its ${t} is ${e}; an adapter has 1 to ${n}`)
Number.isFinite(Math.fround(c))||L(`its alpha, ${c}, is too large`)
return{...l,A:a,B:s}}function oe(t,e){const o=e??_[m]??n("LORA_E_INIT","call `await init()` (or initSync()) first"),r=g(o)?.cb
void 0===r&&n("LORA_E_OPTION",`${t}: engine must come from init or createEngine of this release`)
return(t,e)=>new(r.get(t))({...e,engine:o})}var re=["dim","in","out","rank","alpha"]
function ae(t,e={}){h(t)||d("importPeft: files",`an object of ${mt} and ${gt}`,t)
h(e)||d("importPeft: the options","an object",e)
const{module:o,residual:s,engine:i,...c}=e
for(const t of re)void 0!==c[t]&&n("LORA_E_OPTION",`importPeft: the files say ${t}`)
const f=function(t){const e=/* @__PURE__ */new Map,n=C(mt,t,e)
z(n)||L(`${mt} is not an object`)
const o=n,a=(t,e)=>Object.hasOwn(o,t)?o[t]:e,s=(t,e)=>L(`${mt}: ${r(t)} is ${At(a(t,void 0))}; ${e}`)
"LORA"!==a("peft_type",void 0)&&s("peft_type",'only "LORA" is read')
for(const t of Object.keys(o))yt.includes(t)||$t.includes(t)||vt(o[t])||s(t,"with it A and B may mean something else than in plain LoRA; merge or convert it in Python")
const i=a("init_lora_weights",!0)
Ot.test(i)&&s("init_lora_weights","this also changes the base model; save it in Python with path_initial_model_for_weight_conversion")
wt.includes(i)||s("init_lora_weights","this is not known")
const c=a("r",8)
Et(c)||s("r","it must be a whole number above 0")
const l=a("lora_alpha",8)
Number.isFinite(l)||s("lora_alpha","it must be a number")
const f=a("use_rslora",!1)??!1
"boolean"!=typeof f&&s("use_rslora","it must be true or false")
const[u,d]=["rank_pattern","alpha_pattern"].map(t=>{const n=a(t,null)??{}
z(n)||s(t,"it must be an object")
return{name:t,entries:(e.get(t)??[]).map(t=>[t,n[t]]),compiled:/* @__PURE__ */new Map}})
return{r:c,lora_alpha:l,use_rslora:f,ranks:u,alphas:d}}(function(t){const e="string"==typeof t?t:H(`importPeft: ${mt}`,t),n=U(e)
void 0!==n&&L(`${mt} is ${n}`)
const o="string"==typeof e?e:l(e)
void 0===o&&L(`${mt} is not UTF-8`)
return o.replace(/^\ufeff/,"")}(se(t,mt))),u=function(t){const e=/* @__PURE__ */new Map,n=t=>{const n=e.get(t)??{factors:[],rule:te.length,reason:void 0}
e.set(t,n)
return n},o=[]
for(const[e,r]of t){const t=e.startsWith(_t)?e.slice(17):e,a=bt.findIndex(e=>t.endsWith(e))
if(a<0){o.push(t)
continue}const s=n(t.slice(0,-bt[a].length))
void 0!==s.factors[a]&&(s.reason=`it has two of ${bt[a]}`)
s.factors[a]=r}const a=new Set(e.keys())
for(const t of o){const e=ee(t,a),o=void 0===e?t:t.slice(e.length),s=te.findIndex(([t])=>t.test(o)),[i,c]=te[s],l=e??t.replace(i,""),f=n(l)
if(!(s>=f.rule)){f.rule=s
f.reason=`${c} (${r(t.slice(l.length+1)||t)})`}}return e}(Z(H(`importPeft: ${gt}`,se(t,gt))).tensors)
if(void 0===o)return((t,e)=>[...e].map(([e,n])=>{try{const{A:o,B:r,...a}=ne(t,e,n)
return a}catch(t){if(!(t instanceof LoraError))throw t
return{module:e,in:NaN,out:NaN,rank:NaN,alpha:NaN,reason:t.message}}}))(f,u)
"string"!=typeof o&&d("importPeft: module","a module's name",o)
const p=u.get(o)??L(function(t,e){const n=e.filter(e=>e.endsWith(`.${t}`)||t.endsWith(`.${e}`)),o=n.length>0?n:e,r=o.length>3?` and ${o.length-3} more`:"",s=o.slice(0,3).map(a).join(", ")+r,i=n.length>0?`did you mean ${s}?`:`there are ${s||"none"}`
return`importPeft: there is no module ${a(t)}; ${i}`}(o,[...u.keys()])),m=F(`importPeft: the module ${a(o)} cannot be read`,()=>ne(f,o,p)),g=oe("importPeft",i)
return function({in:t,out:e,rank:o,alpha:r,A:a,B:s},i,c,l){"boolean"!=typeof i&&d("importPeft: residual","true or false",i)
i&&t!==e&&n("LORA_E_SHAPE",`importPeft: residual needs in equal to out; this is ${t} to ${e}`)
const f=P(a),u=P(s),h=u.map((t,n)=>u[n%e*o+Math.floor(n/e)]),p=l("MicroLoRA",{...c,...i?{dim:t}:{in:t,out:e},rank:o,alpha:r})
try{p.setWeights({A:f,B:h})
return p}catch(t){p.free()
throw t}}(m,s??m.in===m.out,c,g)}function se(t,e){return t[e]??L(`importPeft: there is no ${e} (a pickled .bin is not read)`)}function ie(t){const{kind:e,strings:n,tensors:o}=st(H("inspect: the file",t))
return{kind:e,metadata:Object.fromEntries(n),tensors:[...o.values()].map(({name:t,dtype:e,shape:n})=>({name:t,dtype:e,shape:n}))}}var ce=["LORA_E_MEMORY","LORA_E_INIT","LORA_E_FILE"]
function le(e,o={}){const{engine:s,expect:i,space:c}=p("load",o,{engine:void 0,space:void 0,expect:{}})
h(i)||d("load: expect","an object of strings",i)
const l=ct("load: expect",i),{kind:f,strings:u,tensors:m,part:_}=st(H("load: the file",e))
void 0===f&&L("this safetensors file was not written by save(); importPeft reads adapters of PEFT")
!function(t,e){for(const[n,o]of e){if(t.get(n)===o)continue
const e=t.get(n),s=void 0===e?"not given":a(e)
L(`the file is for something else: ${r(n)} is ${s}, expected ${a(o)}`)}}(new Map(u),l)
void 0===c||f.endsWith("LoRA")||n("LORA_E_OPTION",`load: space is for adapters, and the file holds a ${f}`)
const $=oe("load",s??g(c)?.r),k=function(t,e){const n=new Map(e)
return{part:t,take(t,e,o){const a=n.get(t)??L(`the tensor ${r(t)} is missing`)
n.delete(t)
if(a.dtype!==e||a.shape.join()!==o.join()){const n=r(`${a.dtype} [${a.shape}]`)
L(`the tensor ${r(t)} is ${n}, not ${e} [${o}]`)}return a},find:t=>n.get(t),end(){for(const t of n.keys())L(`the tensor ${r(t)} does not belong there`)}}}(_,m)
let F
try{const{object:e,fill:n}="TrajectoryBuffer"===f?function(t,e){const{length:n,totalCount:o,...r}=kt(t,"object",Wt),{take:a,find:s,end:i}=t,c=e("TrajectoryBuffer",r)
return{object:c,fill(){const{dim:t}=c,e=S(a("embedding","F32",[n,t])),[r,l]=["operator","attention"].map(t=>a(t,"U8",[n]).bytes),[f,u]=Dt.map(t=>M(a(t,"F64",[n]))),d=void 0===s(Yt[0])?void 0:Yt.map(t=>M(a(t,"F64",[n])))
i()
for(let o=0;o<n;o++){const n=e.subarray(o*t,(o+1)*t),[a,s,i]=d?.map(t=>t[o])??[],h=void 0===d?void 0:{probability:a,limit:s,stopped:1===i}
c.record(n,r[o],l[o],f[o],u[o],h)}g(c).a("trajectory_set_total_count",o)}}}(k,$):"EmbeddingSpace"===f?function(t,e){const{take:n,end:o}=t,{dim:r,directions:a}=kt(t,"object",zt),s=e("EmbeddingSpace",{dim:r,directions:a})
return{object:s,fill(){const t=g(s),{c:e,e:i}=t,c=S(n(Ut,"F32",[a,r])),l=t.a("space_read_numbers"),f=n(Ct,"F64",[l])
o()
for(let t=0;t<a;t++){e.f.set(c.subarray(t*r,(t+1)*r))
St(`the tensor ${Ut}`,e.d.lora_space_write_row(i,t))}Mt(t,f)
St(`the tensor ${Ct}`,e.d.lora_space_write_numbers(i,l))}}}(k,$):"Policy"===f?function(t,e){const{take:n,end:o}=t,{arms:r,...a}=kt(t,"object",Pt),s=function(t){const e=Array.isArray(t)?t.map(t=>t??void 0):L("no arms"),n=e.filter(t=>void 0!==t);(n.some(t=>"string"!=typeof t)||new Set(n).size!==n.length)&&L("the arms are not names that differ")
return e}(r),i=e("Policy",{...a,arms:s.length})
return{object:i,fill(){const t=g(i),{c:e,e:r,dim:a,memory:c}=t
t.Ja(s)
const l=t.a("policy_read_numbers")
Mt(t,n(xt,"F64",[l]))
St(`the tensor ${xt}`,e.d.lora_policy_write_numbers(r,l))
const f=2+c
for(const{owner:o,column:s,name:i}of Tt(t)){if(e.d.lora_policy_read_row(r,o,s,0)<0)continue
const t=S(n(i,"F32",[f,a]))
for(let n=0;n<f;n++){e.f.set(t.subarray(n*a,(n+1)*a))
St(`the tensor ${i}`,e.d.lora_policy_write_row(r,o,s,n))}}const u=[...Bt(t)],d=S(n(It,"F32",[u.length,a]))
o()
u.forEach((t,n)=>{e.f.set(d.subarray(n*a,(n+1)*a))
St(`the tensor ${It}`,e.d.lora_policy_write_context(r,t))})}}}(k,$):function(e,n,o,r){const a=kt(n,"object",e?Rt:Ft),{all:s,others:i}=kt(n,"options",["all","others"])
Lt("microlora.options: all",s,["alpha",...A],A.length+1)
const{rows:c,residual:l,in:f,out:u,inSpace:d,cautious:h,...p}=a
!function(t,e){!0!==t&&!1!==t&&L("inSpace is neither true nor false")
t&&void 0===e&&L("it was learned in an embedding space: give load the space")
t||void 0===e||L("it was not learned in an embedding space: give load no space")}(d,r)
!0!==l&&!1!==l&&L("residual is neither true nor false")
l&&f!==u&&L(`residual: in is ${f}, and out ${u}`)
const m=o(e?"ScopedLoRA":"MicroLoRA",{...p,...l?{dim:f}:{in:f,out:u},alpha:s.alpha,...d?{space:r,cautious:h}:{}}),_=g(m)
return{object:m,fill(){const e=E(_)
Lt("microlora.options: others",i,e,0)
e.forEach((e,o)=>{const r=i[e]??{}
Lt(`the options of ${e}`,r,A,0)
!function(t,e,n){const{c:o,e:r}=t,a=(n,s)=>{"number"!=typeof s&&L(`the option ${n} is not a number`)
const i=A.indexOf(n)
if(!Object.is(t.a("option",e,i),s)){"beta2"===n&&a("beta1",0)
St(`the option ${n}`,o.d.lora_set_option(r,e,i,s))}}
a("beta2",n.beta2)
for(const t of A)a(t,n[t])}(_,o,{...s,...r})
!function(e,n,o,{take:r,find:a}){const{c:s,e:i}=e
for(const c of Nt){const l=n+b[c],f=()=>s.d.lora_read_row(i,o,c,0)===t.LORA_E_STATE
if(c>=y?void 0===a(l):f())continue
const u=j(e,c),[d,h]=u,p=S(r(l,"F32",u))
for(let t=0;t<d;t++){s.f.set(p.subarray(t*h,(t+1)*h))
St(`the tensor ${l}`,s.d.lora_write_row(i,o,c,t))}}const c=e.a("read_numbers",o)
Mt(e,r(n+w,"F64",[c]))
St(`the tensor ${n}${w}`,s.d.lora_write_numbers(i,o,c))}(_,e,o,n)})
Number.isInteger(c)&&c>=1&&c<=_.batch||L(`rows is ${c}, of a batch of ${_.batch}`)
!function(t,{take:e,find:n,end:o}){t.n()
const{c:r,e:a}=t,s=v.map(([o,r,a])=>{const s=n(o)?.shape[0]??0
s>t.batch&&L(`the tensor ${o} has more rows than the batch`)
const i=t[a],c=0===s?void 0:S(e(o,"F32",[s,i]))
return{rows:t[r],length:i,count:s,all:c}}),i=n(O)?.shape[0]??0,c=e(O,"F64",[i])
o()
Mt(t,c)
St(`the tensor ${O}`,r.d.lora_write_forward(a,i))
for(const{rows:t,length:e,count:n,all:o}of s)t.forEach((t,r)=>{t.fill(0)
void 0!==o&&r<n&&t.set(o.subarray(r*e,(r+1)*e))})}(_,n)
_.D=c}}}("ScopedLoRA"===f,k,$,c)
F=e
n()
return e}catch(t){F?.free()
if(!(t instanceof LoraError)||ce.includes(t.code))throw t
return L(`the file holds what cannot be: ${t.message}`,t)}}export{Vt as exportPeft,ae as importPeft,ie as inspect,le as load,qt as save}

